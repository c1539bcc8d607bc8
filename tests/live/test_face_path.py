import numpy as np
import pytest

from facedesk.live.face_path import PathRecorder, joined
from facedesk.vision.detection import Detection


def face(x):
    landmarks = np.arange(10, dtype=np.float32).reshape(5, 2) + x
    return Detection(np.array([x, 0, x + 10, 20], np.float32), landmarks, 0.9)


def path_of(*moments):
    recorder = PathRecorder()
    for time_s, x in moments:
        recorder.add(time_s, face(x))
    return recorder.path()


def test_at_a_moment_that_was_noted_it_is_exactly_there():
    path = path_of((1.0, 3), (1.1, 5), (1.2, 9))
    there = path.at(1.1, longest_step_s=0.0)
    np.testing.assert_array_equal(there.box, face(5).box)
    np.testing.assert_array_equal(there.landmarks, face(5).landmarks)
    assert not there.box.flags.writeable


def test_between_two_moments_it_is_between_their_places():
    path = path_of((1.0, 0), (2.0, 10))
    there = path.at(1.25, longest_step_s=1.0)
    np.testing.assert_allclose(there.box, face(2.5).box)
    np.testing.assert_allclose(there.landmarks, face(2.5).landmarks)


@pytest.mark.parametrize("time_s", [0.9, 3.1, 2.5])
def test_before_after_and_in_a_long_gap_it_is_nowhere(time_s):
    path = path_of((1.0, 0), (1.5, 1), (3.0, 2))
    assert path.at(time_s, longest_step_s=1.0) is None


def test_an_empty_path_is_nowhere():
    assert path_of().at(1.0, 1.0) is None


def test_the_moment_of_a_place_is_found():
    path = path_of((1.0, 3), (1.1, 5))
    assert path.time_of(face(5)) == 1.1
    assert path.time_of(face(6)) is None


def test_a_part_of_it_includes_both_ends():
    part = path_of((1.0, 1), (2.0, 2), (3.0, 3), (4.0, 4)).between(2.0, 3.0)
    assert part.times_s.tolist() == [2.0, 3.0]
    assert part.places[:, 0].tolist() == [2.0, 3.0]


def test_paths_of_several_tracks_are_joined_in_order_of_time():
    path = joined([path_of((1.0, 1), (3.0, 3)), path_of((2.0, 20), (3.0, 30), (4.0, 40))])
    assert path.times_s.tolist() == [1.0, 2.0, 3.0, 4.0]
    assert path.places[:, 0].tolist() == [1.0, 20.0, 3.0, 40.0]
    assert not path.places.flags.writeable


def test_a_path_does_not_change_while_the_recorder_goes_on():
    recorder = PathRecorder()
    recorder.add(1.0, face(1))
    path = recorder.path()
    recorder.add(2.0, face(2))
    assert path.times_s.tolist() == [1.0]
