import numpy as np
import pytest

from facedesk.vision.detection import Detection
from facedesk.vision.tracker import FaceTracker

BOX = np.array([180, 64, 265, 172], np.float32)
EYES_AND_MOUTH = np.array([[204, 101], [247, 103], [225, 129], [202, 140], [245, 141]], np.float32)
FACE = Detection(BOX, EYES_AND_MOUTH, 0.99)


def shifted(image, x, y):
    return np.roll(image, (y, x), axis=(0, 1))


def moved(detection, x, y):
    by = np.array([x, y], np.float32)
    return Detection(detection.box + np.tile(by, 2), detection.landmarks + by, detection.score)


@pytest.fixture
def tracker(astronaut):
    tracker = FaceTracker()
    tracker.follow(astronaut)
    tracker.detected((FACE,))
    return tracker


def test_a_face_is_followed_to_where_it_moved(tracker, astronaut):
    for step in range(1, 6):
        assert tracker.follow(shifted(astronaut, 4 * step, 3 * step))
    (track,) = tracker.tracks
    np.testing.assert_allclose(track.detection.box, BOX + np.array([20, 15, 20, 15]), atol=1.5)
    np.testing.assert_allclose(
        track.detection.landmarks, EYES_AND_MOUTH + np.array([20, 15]), atol=1.5
    )
    assert not track.fresh


def test_a_face_that_moves_fast_is_followed(tracker, astronaut):
    assert tracker.follow(shifted(astronaut, 30, 20))
    (track,) = tracker.tracks
    np.testing.assert_allclose(track.detection.box, moved(FACE, 30, 20).box, atol=1.5)


@pytest.mark.parametrize(("x", "y"), [(-190, 0), (270, 0), (-190, -70)])
def test_a_face_at_the_border_is_followed(astronaut, x, y):
    tracker = FaceTracker()
    tracker.follow(shifted(astronaut, x, y))
    tracker.detected((moved(FACE, x, y),))
    assert tracker.follow(shifted(astronaut, x + 4, y + 3))
    np.testing.assert_allclose(
        tracker.tracks[0].detection.box, moved(FACE, x + 4, y + 3).box, atol=1.5
    )


@pytest.mark.parametrize("x", [-500, 500])
def test_a_box_that_has_left_the_picture_is_lost(astronaut, x):
    tracker = FaceTracker()
    tracker.follow(astronaut)
    tracker.detected((moved(FACE, x, 0),))
    assert not tracker.follow(shifted(astronaut, 3, 0))
    assert tracker.tracks[0].doubtful


def test_faces_far_apart_are_followed_each_by_itself(astronaut, admiral):
    picture = np.concatenate([astronaut, np.zeros_like(astronaut), admiral[:512]], axis=1)
    other = Detection(BOX + np.array([1024, 0, 1024, 0], np.float32), EYES_AND_MOUTH, 0.99)
    tracker = FaceTracker()
    tracker.follow(picture)
    tracker.detected((FACE, other))
    assert tracker.follow(shifted(picture, 4, 3))
    for track, before in zip(tracker.tracks, (FACE, other), strict=True):
        np.testing.assert_allclose(track.detection.box, moved(before, 4, 3).box, atol=1.5)


def test_a_detection_where_the_face_was_expected_continues_its_track(tracker, astronaut):
    tracker.follow(shifted(astronaut, 5, 0))
    tracker.detected((moved(FACE, 5, 0),))
    (track,) = tracker.tracks
    assert track.id == 1
    assert track.fresh


def test_a_detection_elsewhere_begins_a_new_track(tracker, astronaut):
    tracker.follow(astronaut)
    tracker.detected((FACE, moved(FACE, 200, 100)))
    assert [track.id for track in tracker.tracks] == [1, 2]


def test_a_track_survives_two_missed_detections_and_ends_with_the_third(tracker, astronaut):
    for expected in (1, 1, 0):
        tracker.follow(astronaut)
        tracker.detected(())
        assert len(tracker.tracks) == expected


def test_ids_are_never_used_twice(tracker, astronaut):
    for _ in range(3):
        tracker.follow(astronaut)
        tracker.detected(())
    tracker.detected((FACE,))
    assert tracker.tracks[0].id == 2


def covered(image):
    noise = np.random.default_rng(0).integers(0, 255, image.shape, dtype=np.uint8)
    left, top, right, bottom = BOX.astype(int)
    changed = image.copy()
    changed[top:bottom, left:right] = noise[top:bottom, left:right]
    return changed


def test_a_face_that_the_flow_loses_makes_the_track_doubtful(tracker, astronaut):
    assert not tracker.follow(covered(astronaut))
    assert tracker.tracks[0].doubtful


def test_a_cut_ends_the_tracks_whoever_is_in_the_same_place_next(tracker):
    noise = np.random.default_rng(0).integers(0, 255, (512, 512, 3), dtype=np.uint8)
    assert not tracker.follow(noise)
    assert tracker.tracks == ()
    tracker.detected((FACE,))
    assert tracker.tracks[0].id == 2


def test_a_frame_of_another_size_asks_for_a_detection(tracker, astronaut):
    assert not tracker.follow(astronaut[:400])


def test_without_tracks_there_is_nothing_to_follow(astronaut):
    assert FaceTracker().follow(astronaut)


def test_forgetting_ends_all_tracks(tracker):
    tracker.forget()
    assert tracker.tracks == ()


def test_a_track_that_neither_the_flow_nor_the_detector_finds_ends_at_once(tracker, astronaut):
    tracker.follow(covered(astronaut))
    tracker.detected(())
    assert tracker.tracks == ()


def test_a_track_that_is_exchanged_goes_on_under_another_number(tracker, astronaut):
    (before,) = tracker.tracks
    other = tracker.exchange(before)
    assert tracker.tracks == (other,)
    assert other.id != before.id
    assert other.detection is before.detection
    tracker.follow(astronaut)
    tracker.detected((FACE, moved(FACE, 150, 200)))
    assert [track.id for track in tracker.tracks] == [other.id, other.id + 1]
