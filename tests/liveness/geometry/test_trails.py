import numpy as np
import pytest

from facedesk.liveness.geometry.trails import BESIDE, ON_FACE, WINDOW_S, Trails
from facedesk.opencv import cv2

FACE = np.array([[-18, 0], [18, 0], [0, 22], [-14, 40], [14, 40]], float)
MIDDLE = np.array([150.0, 100.0])


def spots(seed):
    grey = np.random.default_rng(seed).uniform(0, 255, (60, 80)).astype(np.uint8)
    return cv2.resize(grey, (320, 240), interpolation=cv2.INTER_CUBIC)


WALL = spots(1)


def moved(shift, wall=WALL):
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], float)
    picture = cv2.warpAffine(wall, matrix, (320, 240), borderMode=cv2.BORDER_REFLECT)
    return picture, FACE + MIDDLE + shift


def watched(shifts, seconds=0.1):
    trails = Trails()
    for number, shift in enumerate(shifts):
        trails.see(*moved(np.array(shift)), number * seconds)
    return trails


def test_points_go_where_the_picture_goes():
    shifts = [(1.5 * n, 0.5 * n) for n in range(8)]
    moments = watched(shifts).moments
    first, last = moments[0].points, moments[-1].points
    followed = np.isfinite(first[:, 0]) & np.isfinite(last[:, 0])
    assert followed[:ON_FACE].sum() > 0.6 * ON_FACE
    assert followed[ON_FACE:].sum() > 0.4 * BESIDE
    off = np.linalg.norm((last - first)[followed] - shifts[-1], axis=1)
    assert np.percentile(off, 95) < 0.3  # at the edge of the picture it may slide
    assert off.max() < 2


def test_a_colour_picture_is_followed_as_a_grey_one():
    trails = Trails()
    for number in range(3):
        grey, marks = moved(np.array([number, 0]))
        trails.see(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), marks, number * 0.1)
    expected = watched([(0, 0), (1, 0), (2, 0)]).moments[-1].points
    assert np.array_equal(trails.moments[-1].points, expected, equal_nan=True)


def test_only_the_last_seconds_are_remembered():
    moments = watched([(0, 0)] * 50).moments
    assert moments[-1].time_s - moments[0].time_s <= WINDOW_S
    assert len(moments) == pytest.approx(WINDOW_S / 0.1, abs=2)


def test_of_many_pictures_a_second_some_are_looked_at():
    assert len(watched([(0, 0)] * 60, seconds=1 / 60).moments) <= 17


def test_a_time_that_stands_still_changes_nothing():
    assert len(watched([(0, 0)] * 5, seconds=0).moments) == 1


def test_after_a_gap_or_backwards_in_time_everything_begins_again():
    trails = watched([(0, 0)] * 5)
    trails.see(*moved(np.zeros(2)), 1.5)
    assert len(trails.moments) == 1
    trails.see(*moved(np.zeros(2)), 0.2)
    assert len(trails.moments) == 1


def test_a_cut_begins_again():
    trails = watched([(0, 0)] * 5)
    trails.see(*moved(np.zeros(2), spots(2)), 0.5)
    assert len(trails.moments) == 1


def test_a_face_that_wanders_off_is_followed_with_new_surroundings():
    shifts = [(6 * n, 0) for n in range(20)]
    moments = watched(shifts).moments
    assert len(moments) == 20
    assert np.isfinite(moments[-1].points[:ON_FACE, 0]).sum() > ON_FACE / 2
    assert np.isfinite(moments[-1].points[ON_FACE:, 0]).sum() > 5


def test_no_point_beside_is_taken_for_one_that_was_there_before():
    """The place of a lost point is taken by another one, whose past is unknown."""
    moments = list(watched([(6 * n, 0) for n in range(20)]).moments)
    for later, after in enumerate(moments):
        for earlier, before in enumerate(moments[:later]):
            went = after.points - before.points
            went = went[np.isfinite(went[:, 0])]
            assert np.abs(went - [6 * (later - earlier), 0]).max() < 8
