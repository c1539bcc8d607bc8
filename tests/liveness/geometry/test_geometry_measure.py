from dataclasses import replace

import numpy as np
import pytest

from facedesk.liveness.geometry.judging import enough, log_odds
from facedesk.liveness.geometry.measure import measured
from facedesk.liveness.geometry.trails import BESIDE, ON_FACE, Moment
from facedesk.liveness.head_shape import depth_at
from facedesk.liveness.made.relief import Camera, moved_to
from facedesk.liveness.made.turning import Poses

FACE = np.array([[-0.5, 0], [0.5, 0], [0, 0.6], [-0.4, 1.1], [0.4, 1.1]])
EYE_DISTANCE, MIDDLE = 40.0, np.array([160.0, 100.0])
TIMES = np.linspace(0, 3, 31)
CAMERA = Camera(9.0, np.array([0.0, 1.3, -1.0]))


def flat(places):
    return np.zeros(places.shape[:-1])


def swinging(degrees=10.0, shift=0.3):
    nothing = np.zeros(len(TIMES))
    turn = degrees * np.sin(2 * TIMES)
    went = np.stack([shift * np.sin(2 * TIMES), nothing, nothing], axis=1)
    return Poses(turn, 0.3 * turn, nothing, went)


def points_of(random):
    on_face = random.uniform([-0.7, -0.4], [0.7, 1.3], (ON_FACE, 2))
    beside = random.uniform([1.5, -1.8], [2.5, 1.2], (BESIDE, 2))
    beside[::2, 0] *= -1
    return on_face, beside


def moments_of(depth, poses, *, beside_moves, noise=0.15, pan=0.0):
    """What is followed when a surface moves. pan: pixels that the camera goes each second."""
    random = np.random.default_rng(6)
    on_face, beside = points_of(random)
    far = np.stack([np.linspace(-3.8, 3.8, 8), np.full(8, -2.6)], axis=1)
    moments = []
    for row, time in enumerate(TIMES):
        pose = poses.rotation(row), poses.shift[row], CAMERA
        around = moved_to(beside, flat, *pose) if beside_moves else beside
        places = np.concatenate([moved_to(on_face, depth, *pose), around])
        places[-8:] = far
        moved = places * EYE_DISTANCE + MIDDLE + [pan * time, 0]
        moved += random.normal(0, noise, moved.shape)
        marks = moved_to(FACE, depth, *pose) * EYE_DISTANCE + MIDDLE + [pan * time, 0]
        moments.append(Moment(float(time), moved, marks))
    return moments


def said(moments):
    return log_odds(measured(moments), EYE_DISTANCE)


def test_a_head_that_turns_shows_its_relief_and_what_is_behind_stands_still():
    found = measured(moments_of(depth_at, swinging(), beside_moves=False))
    assert found.relief > 4
    assert found.turn == pytest.approx(14, abs=4)
    assert found.still > 0.95
    assert found.with_face < 0.05
    assert log_odds(found, EYE_DISTANCE) < -2


def test_a_sheet_shows_no_relief_and_takes_what_is_beside_the_face_along():
    found = measured(moments_of(flat, swinging(), beside_moves=True))
    assert found.relief < 0.1
    assert found.with_face > 0.9
    assert log_odds(found, EYE_DISTANCE) > 3


def test_less_relief_than_nothing_is_nothing():
    """Weighing points down, the fit with the relief may leave more over than the one without."""
    found = measured(moments_of(flat, swinging(), beside_moves=True))
    less, nothing = (log_odds(replace(found, relief=each), EYE_DISTANCE) for each in (-0.4, 0.0))
    assert less == nothing > 0


@pytest.mark.parametrize("bend", [0.05, 0.1, 0.16])
def test_a_bent_sheet_is_not_taken_for_a_head(bend):
    def bent(places):
        return -bend * places[..., 0] ** 2

    assert said(moments_of(bent, swinging(), beside_moves=True)) > 1.5


def test_a_sheet_that_ends_at_the_head_is_flat_nearly_as_surely_as_a_head_is_not():
    """Cut out, it moves before a wall that stands still: one part speaks for each."""
    assert -3 < said(moments_of(flat, swinging(), beside_moves=False)) < 3


def test_a_camera_that_moves_does_not_take_a_living_person_for_a_picture():
    found = measured(moments_of(depth_at, swinging(), beside_moves=False, pan=20))
    assert found.still > 0.8
    assert log_odds(found, EYE_DISTANCE) < -2


def test_a_steady_picture_before_a_steady_camera_says_nothing():
    still = swinging(degrees=0, shift=0)
    for depth in (flat, depth_at):
        found = measured(moments_of(depth, still, beside_moves=False, noise=0.1))
        assert log_odds(found, EYE_DISTANCE) is None
        assert enough(found, EYE_DISTANCE) == 0


def test_a_head_that_only_moves_sideways_is_not_called_flat():
    moments = moments_of(depth_at, swinging(degrees=0, shift=0.6), beside_moves=False, noise=0.3)
    assert said(moments) < 0


def test_the_smaller_the_face_the_less_it_counts():
    found = measured(moments_of(depth_at, swinging(), beside_moves=False))
    counts = [enough(found, size) for size in (8, 16, 24, 40)]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert counts[-1] == 1


def test_moments_that_share_too_few_points_say_nothing():
    moments = moments_of(depth_at, swinging(), beside_moves=False)
    for row, moment in enumerate(moments):
        moment.points[:ON_FACE][np.arange(ON_FACE) % len(moments) != row] = np.nan
    assert measured(moments) is None
    assert measured(moments[:1]) is None
    assert measured([]) is None
