from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from facedesk.opencv import cv2
from facedesk.vision import mtcnn


@pytest.fixture
def detector(models):
    return models.detector


def the_face(detector, image, smallest_face=40.0):
    (face,) = detector.detect(image, smallest_face)
    return face


def noise(height, width):
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)


# Faces -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("portrait", ["astronaut", "admiral"])
def test_the_face_of_a_portrait_is_found_with_its_landmarks(detector, portrait, request):
    face = the_face(detector, request.getfixturevalue(portrait))
    assert 0.9 < face.score <= 1
    x1, y1, x2, y2 = face.box
    assert ((face.landmarks > (x1, y1)) & (face.landmarks < (x2, y2))).all()
    left_eye, right_eye, nose, left_mouth, right_mouth = face.landmarks
    assert left_eye[0] < nose[0] < right_eye[0]
    assert left_mouth[0] < nose[0] < right_mouth[0]
    assert max(left_eye[1], right_eye[1]) < nose[1] < min(left_mouth[1], right_mouth[1])
    assert 0.3 < face.eye_distance / face.width < 0.7


def test_the_eyes_of_the_astronaut_are_where_one_sees_them(detector, astronaut):
    face = the_face(detector, astronaut)
    assert np.allclose(face.landmarks[:2], [[204, 101], [247, 103]], atol=4)


def test_two_people_side_by_side_are_both_found(detector, astronaut, admiral):
    pair = np.zeros((600, 1024, 3), np.uint8)
    pair[:512, :512], pair[:, 512:] = astronaut, admiral
    found = sorted(detector.detect(pair), key=lambda face: face.box[0])
    assert len(found) == 2
    alone = the_face(detector, astronaut), the_face(detector, admiral)
    assert np.allclose(found[0].landmarks, alone[0].landmarks, atol=4)
    assert np.allclose(found[1].landmarks - (512, 0), alone[1].landmarks, atol=8)


def test_the_surest_face_comes_first(detector, astronaut, admiral):
    pair = np.zeros((600, 1024, 3), np.uint8)
    pair[:512, :512], pair[:, 512:] = astronaut, admiral
    scores = [face.score for face in detector.detect(pair)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("scale", [0.6, 0.8, 1.5, 2.0])
def test_a_face_in_a_rescaled_picture_is_found_where_it_went(detector, astronaut, scale):
    side = round(512 * scale)
    rescaled = cv2.resize(astronaut, (side, side), interpolation=cv2.INTER_AREA)
    before, after = the_face(detector, astronaut), the_face(detector, rescaled, 40 * scale)
    assert np.allclose(after.landmarks / scale, before.landmarks, atol=0.06 * before.width)


@pytest.mark.parametrize(("right", "down"), [(64, 0), (0, 48), (37, 23), (-100, -20)])
def test_a_face_in_a_shifted_picture_is_found_where_it_went(detector, astronaut, right, down):
    shifted = np.roll(astronaut, (down, right), axis=(0, 1))
    before, after = the_face(detector, astronaut), the_face(detector, shifted)
    assert np.allclose(after.landmarks - (right, down), before.landmarks, atol=4)


def test_in_a_mirrored_picture_left_and_right_stay_those_of_the_picture(detector, astronaut):
    before = the_face(detector, astronaut)
    after = the_face(detector, astronaut[:, ::-1])
    swapped = before.landmarks[[1, 0, 2, 4, 3]] * (-1, 1) + (512, 0)
    assert np.allclose(after.landmarks, swapped, atol=5)


def test_faces_smaller_than_asked_for_are_left_out(detector, astronaut):
    small = cv2.resize(astronaut, (200, 200), interpolation=cv2.INTER_AREA)
    assert len(detector.detect(small, 24)) == 1
    assert detector.detect(small, 120) == ()


def test_a_face_may_reach_past_the_border(detector, admiral):
    cut = admiral[140:]
    face = the_face(detector, cut)
    assert face.box[1] < 10
    whole = the_face(detector, admiral)
    assert np.allclose(face.landmarks, whole.landmarks - (0, 140), atol=12)


def test_the_picture_is_left_as_it_was_and_may_be_read_only(detector, astronaut):
    picture = astronaut.copy()
    picture.setflags(write=False)
    the_face(detector, picture)
    assert np.array_equal(picture, astronaut)


def test_the_same_picture_gives_the_same_faces(detector, admiral):
    first, second = the_face(detector, admiral), the_face(detector, admiral)
    assert np.array_equal(first.landmarks, second.landmarks)
    assert first.score == second.score


# No faces ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_flat_picture_holds_no_face(detector, grey):
    assert detector.detect(np.full((480, 640, 3), grey, np.uint8)) == ()


def test_noise_holds_no_face(detector):
    assert detector.detect(noise(480, 640), 20) == ()


@pytest.mark.parametrize(
    ("height", "width"), [(1, 1), (1, 700), (2, 3), (11, 11), (12, 12), (12, 500), (500, 12)]
)
def test_a_tiny_picture_holds_no_face_and_does_no_harm(detector, height, width):
    assert detector.detect(noise(height, width), 12) == ()


def test_a_picture_full_of_faces_takes_neither_for_ever_nor_all_memory(
    detector, astronaut, monkeypatch
):
    face = cv2.resize(astronaut[40:200, 140:300], (28, 28), interpolation=cv2.INTER_AREA)
    most = []
    suppress = mtcnn.suppress

    def counted(conflicts, scores, limit):
        most.append(len(scores))
        return suppress(conflicts, scores, limit)

    monkeypatch.setattr(mtcnn, "suppress", counted)
    detector.detect(np.tile(face, (30, 30, 1)), 20)
    assert max(most) <= 2000


# Geometry ----------------------------------------------------------------------------------------


@given(st.integers(1, 3000), st.integers(1, 3000), st.floats(12, 400))
def test_the_pyramid_reaches_from_the_smallest_face_to_the_largest(height, width, smallest):
    levels = mtcnn._pyramid(height, width, smallest)
    faces = [12 / scale for _, scale in levels]
    assert bool(levels) == (min(height, width) * (12 / smallest) >= 12)
    for (rows, columns), _ in levels:
        assert rows >= 12
        assert columns >= 12
    if levels:
        assert faces[0] == pytest.approx(smallest)
        assert faces[-1] <= min(height, width) * (1 + 1e-9)
        assert faces[-1] / 0.709 > min(height, width)


def test_a_window_lies_where_the_picture_was_read():
    """The 10th window, after 4 × 2 of a larger level, is the 3rd of a level 3 windows wide."""
    boxes, level = mtcnn._windows(np.array([7, 10]), [(4, 2), (2, 3)], [1.0, 0.5])
    assert level.tolist() == [0, 1]
    assert boxes[0].tolist() == [2, 6, 14, 18]  # 1·2 and 3·2, 12 pixels a side
    assert boxes[1].tolist() == [8, 0, 32, 24]  # 2·2 and 0·2 at half size


def test_an_offset_moves_a_corner_by_a_share_of_the_box():
    boxes, offsets = np.array([[0.0, 0, 12, 12]]), np.array([[0.25, -0.25, 0.5, 0.0]])
    assert mtcnn._moved(boxes, offsets).tolist() == [[3, -3, 18, 12]]


def test_windows_are_judged_alike_one_level_at_a_time_or_all_together(detector, astronaut):
    network = detector._proposal
    pictures = [
        mtcnn._tensor(astronaut[top : top + 60, 150:230], torch.device("cpu")) for top in (20, 40)
    ]
    with torch.inference_mode():
        rows = torch.cat([mtcnn._as_rows(network.features(each)) for each in pictures])
        _, together = network.judge(rows)
        alone = torch.cat([network(each)[1].flatten() for each in pictures])
        found, offsets, faces = network.likely(rows, 0.2)
        all_offsets, _ = network.judge(rows)
    torch.testing.assert_close(together, alone)
    assert found.tolist() == torch.nonzero(together > 0.2)[:, 0].tolist() != []
    torch.testing.assert_close(faces, together[found])
    torch.testing.assert_close(offsets, all_offsets[found])


@pytest.mark.parametrize(("height", "width"), [(8, 8), (9, 13), (2, 40), (1, 40), (65, 31)])
def test_each_half_is_the_mean_of_two_by_two_pixels_of_the_one_before(height, width):
    levels = mtcnn._halved(noise(height, width))
    assert len(levels) <= 4
    for finer, coarser in pairwise(levels):
        rows, columns = coarser.shape[:2]
        blocks = finer[: 2 * rows, : 2 * columns].reshape(rows, 2, columns, 2, 3)
        assert np.abs(coarser - blocks.mean(axis=(1, 3))).max() <= 0.5


@pytest.mark.parametrize("scale", [1.0, 0.6, 0.5, 0.3, 0.1])
def test_a_level_is_the_picture_averaged_down(astronaut, scale):
    size = (round(512 * scale), round(512 * scale))
    direct = cv2.resize(astronaut, size, interpolation=cv2.INTER_AREA)
    level = mtcnn._resized(mtcnn._halved(astronaut), size, scale)
    assert np.abs(level.astype(float) - direct).mean() < 2


@pytest.mark.parametrize("magnified", [1, 2, 4])
def test_a_crop_is_the_part_of_the_picture_in_the_box(magnified):
    columns = np.arange(64, dtype=np.uint8).repeat(magnified)
    picture = np.broadcast_to(columns[None, :, None], (64 * magnified, 64 * magnified, 3))
    box = np.array([[16, 8, 40, 32]], np.float32) * magnified
    crop = mtcnn._crops(mtcnn._halved(picture), box, 24, torch.device("cpu"))
    assert crop.shape == (1, 3, 24, 24)
    torch.testing.assert_close(crop[0, 0, 5] * 128 + 127.5, torch.arange(16.0, 40.0))


def test_a_crop_outside_the_picture_is_grey():
    box = np.array([[99, 99, 123, 123]])
    picture = np.full((64, 64, 3), 255, np.uint8)
    crop = mtcnn._crops(mtcnn._halved(picture), box, 24, torch.device("cpu"))
    assert crop.abs().max() == 0
