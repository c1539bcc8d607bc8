import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facedesk.opencv import cv2
from facedesk.vision.alignment import (
    ARCFACE_CHIP,
    CHIP,
    CHIP_LANDMARKS,
    CHIP_SIDE,
    VIEWS,
    align,
    moved_chip,
    similarity,
)
from facedesk.vision.detection import Detection

points = st.lists(
    st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=3, max_size=8
).map(np.array)
shifts = st.tuples(st.floats(-500, 500), st.floats(-500, 500)).map(np.array)


def moved(matrix, positions):
    return positions @ matrix[:, :2].T + matrix[:, 2]


def turned(angle, scale, shift):
    """The 2×3 matrix that turns by an angle, scales and shifts."""
    cos, sin = scale * np.cos(angle), scale * np.sin(angle)
    return np.array([[cos, -sin, shift[0]], [sin, cos, shift[1]]])


def dotted(landmarks, height, width, radius):
    """A black picture with a white disc on each landmark, and the face it shows."""
    y, x = np.mgrid[:height, :width]
    picture = np.zeros((height, width, 3), np.uint8)
    for at_x, at_y in landmarks:
        edge = np.clip(radius - np.hypot(x - at_x, y - at_y) + 0.5, 0, 1)
        picture = np.maximum(picture, (edge * 255).astype(np.uint8)[..., None])
    box = np.concatenate([landmarks.min(axis=0), landmarks.max(axis=0)])
    return picture, Detection(box, landmarks, 1.0)


def discs_in(chip):
    """Where the discs of a chip have their centres of gravity, near each landmark."""
    y, x = np.mgrid[:CHIP_SIDE, :CHIP_SIDE]
    brightness = chip[..., 0].astype(float)
    centres = []
    for at_x, at_y in CHIP_LANDMARKS:
        near = brightness * (np.hypot(x - at_x, y - at_y) < 11)
        centres.append([(near * x).sum() / near.sum(), (near * y).sum() / near.sum()])
    return np.array(centres)


# The transform -----------------------------------------------------------------------------------


@given(points, st.floats(-np.pi, np.pi), st.floats(0.05, 20), shifts)
def test_a_known_transform_is_found_again(source, angle, scale, shift):
    assume(np.linalg.matrix_rank(source - source.mean(axis=0), tol=1) > 0)
    known = turned(angle, scale, shift)
    target = moved(known, source)
    assert np.allclose(moved(similarity(source, target), source), target, atol=1e-6)


@given(points, st.floats(-np.pi, np.pi), st.floats(0.05, 20), shifts)
def test_the_transform_of_points_not_on_a_line_is_the_known_one(source, angle, scale, shift):
    assume(np.linalg.matrix_rank(source - source.mean(axis=0), tol=1) == 2)
    known = turned(angle, scale, shift)
    assert np.allclose(similarity(source, moved(known, source)), known, atol=1e-6 * scale * 100)


@given(points, points)
def test_the_transform_never_mirrors_nor_shears(source, target):
    count = min(len(source), len(target))
    (a, b, _), (c, d, _) = similarity(source[:count], target[:count])
    assert a == pytest.approx(d, abs=1e-6)
    assert b == pytest.approx(-c, abs=1e-6)
    assert a * d - b * c >= -1e-9


@given(st.floats(-np.pi, np.pi), st.floats(0.2, 5), shifts, st.data())
def test_no_other_transform_comes_nearer(angle, scale, shift, data):
    jitter = np.array(data.draw(st.lists(st.floats(-9, 9), min_size=10, max_size=10)))
    source = moved(turned(angle, scale, shift), CHIP_LANDMARKS + jitter.reshape(5, 2))
    found = similarity(source, CHIP_LANDMARKS)

    def error(matrix):
        return ((moved(matrix, source) - CHIP_LANDMARKS) ** 2).sum()

    best = error(found)
    for change in (0.999, 1.001):
        assert error(found * [[change, change, 1]] * 1.0) >= best - 1e-6
    for angle in (-0.001, 0.001):
        assert error(turned(angle, 1, (0, 0))[:, :2] @ found) >= best - 1e-6
    for across in (-0.01, 0.01):
        assert error(found + np.array([[0, 0, across], [0, 0, 0]])) >= best


def test_points_all_in_one_place_do_no_harm():
    assert np.isfinite(similarity(np.ones((5, 2)), CHIP_LANDMARKS)).all()


# The chip ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("angle", [0, 20, -75, 180])
@pytest.mark.parametrize("size", [0.5, 1.0, 1.7, 2.3, 4.37, 7.7])
def test_landmarks_land_on_the_landmarks_of_the_chip(angle, size):
    placed = turned(np.radians(angle), size, (0, 0))
    landmarks = moved(placed, CHIP_LANDMARKS - 75) + 100 * size + 31
    # Far from the corner, where errors of scale would show most.
    landmarks = (landmarks + 150 * size).astype(np.float32)
    side = round(350 * size) + 40
    chip = align(*dotted(landmarks, side, side + 57, 4 * size)).image
    assert np.allclose(discs_in(chip), CHIP_LANDMARKS, atol=0.1)


@pytest.mark.parametrize("portrait", ["astronaut", "admiral"])
def test_detected_landmarks_land_near_those_of_the_chip(models, portrait, request):
    (face,) = models.detector.detect(request.getfixturevalue(portrait))
    matrix = similarity(face.landmarks, CHIP_LANDMARKS)
    assert np.abs(moved(matrix, face.landmarks) - CHIP_LANDMARKS).max() < 10


def test_a_chip_is_a_small_read_only_picture(models, astronaut):
    (face,) = models.detector.detect(astronaut)
    aligned = align(astronaut, face)
    assert aligned.detection is face
    assert aligned.image.shape == (150, 150, 3)
    assert aligned.image.dtype == np.uint8
    assert not aligned.image.flags.writeable


def test_a_large_face_is_aligned_as_in_a_shrunk_picture(models, admiral):
    (face,) = models.detector.detect(admiral)
    enlarged = cv2.resize(admiral, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)
    # Pixel centres lie at whole numbers.
    larger = Detection(face.box * 4, (face.landmarks + 0.5) * 4 - 0.5, face.score)
    small, large = align(admiral, face).image, align(enlarged, larger).image
    shift, _ = cv2.phaseCorrelate(
        cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32),
        cv2.cvtColor(large, cv2.COLOR_RGB2GRAY).astype(np.float32),
        cv2.createHanningWindow((CHIP_SIDE, CHIP_SIDE), cv2.CV_32F),
    )
    assert np.hypot(*shift) < 0.1
    assert np.abs(small.astype(int) - large).mean() < 6


def test_fine_patterns_of_a_large_face_become_grey_instead_of_stripes():
    stripes = np.zeros((900, 900, 3), np.uint8)
    stripes[:, ::2] = 255
    landmarks = CHIP_LANDMARKS * 4 + 140
    chip = align(stripes, Detection(np.array([140, 140, 740, 740]), landmarks, 1.0)).image
    assert np.abs(chip[30:120, 30:120].astype(int) - 127).max() <= 24


def test_what_lies_outside_the_picture_is_black(astronaut):
    landmarks = CHIP_LANDMARKS - 75
    chip = align(astronaut, Detection(np.array([-75, -75, 75, 75]), landmarks, 1.0)).image
    assert chip[:74].max() == 0
    assert chip[80:, 80:].max() > 0


@pytest.mark.parametrize("size", [0.5, 40.0])
def test_a_face_larger_than_a_thin_picture_does_no_harm(size):
    landmarks = CHIP_LANDMARKS * size
    face = Detection(np.array([0, 0, 150, 150]) * size, landmarks, 1.0)
    assert align(np.zeros((1, 300, 3), np.uint8), face).image.shape == (150, 150, 3)


def test_a_moved_chip_is_nearly_what_the_photo_gives_in_that_way(models, astronaut):
    detection = models.detector.detect(astronaut)[0]
    chip = align(astronaut, detection).image
    np.testing.assert_array_equal(moved_chip(chip, 0), chip)
    inside = np.s_[10:-10, 10:-10]
    for view in range(1, VIEWS):
        wanted = align(astronaut, detection, view).image.astype(float)
        moved = np.abs(moved_chip(chip, view) - wanted)[inside].mean()
        assert moved < 0.25 * np.abs(chip - wanted)[inside].mean()


def test_other_encoders_have_their_faces_cut_out_of_the_picture_where_they_want_them():
    target = ARCFACE_CHIP.landmarks()
    picture = np.zeros((300, 300, 3), np.uint8)
    landmarks = (target * 2 + 20).astype(np.float32)
    for x, y in landmarks.astype(int):
        picture[y - 2 : y + 3, x - 2 : x + 3] = 255
    face = Detection(np.array([20, 20, 244, 244], np.float32), landmarks, 1.0)
    chip = align(picture, face, shape=ARCFACE_CHIP).image
    assert chip.shape == (112, 112, 3)
    for x, y in np.rint(target).astype(int):
        assert chip[y, x, 0] > 200


def test_views_of_a_smaller_chip_are_moved_as_much_in_proportion():
    for view in range(VIEWS):
        moved = (ARCFACE_CHIP.landmarks(view) - ARCFACE_CHIP.landmarks()) / ARCFACE_CHIP.side
        usual = (CHIP.landmarks(view) - CHIP.landmarks()) / CHIP.side
        if view in (3, 4):
            np.testing.assert_allclose(moved, usual, atol=1e-6)
        else:
            middle = (ARCFACE_CHIP.side - 1) / 2
            scale = CHIP.landmarks(view)[0, 0] - (CHIP.side - 1) / 2
            scale /= CHIP.landmarks()[0, 0] - (CHIP.side - 1) / 2
            expected = (ARCFACE_CHIP.landmarks() - middle) * scale + middle
            np.testing.assert_allclose(ARCFACE_CHIP.landmarks(view), expected, atol=1e-4)
