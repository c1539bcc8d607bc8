import numpy as np
import pytest

from facedesk.liveness.head_shape import depth_at
from facedesk.liveness.made.relief import Camera, Grid, came_from, moved_to
from facedesk.liveness.made.turning import Poses

CAMERA = Camera(8.0, np.array([0.0, 1.3, -1.0]))
PLACES = np.random.default_rng(1).uniform([-0.7, -0.7], [0.7, 1.3], (40, 2))


def pose(yaw=0.0, pitch=0.0, roll=0.0, shift=(0.0, 0.0, 0.0)):
    poses = Poses(*np.array([[yaw], [pitch], [roll]]), np.array([shift]))
    return poses.rotation(0), poses.shift[0], CAMERA


def flat(places):
    return np.zeros(places.shape[:-1])


@pytest.mark.parametrize("depth", [depth_at, flat])
def test_without_turn_and_shift_everything_stays_where_it_is(depth):
    np.testing.assert_allclose(moved_to(PLACES, depth, *pose()), PLACES, atol=1e-12)


@pytest.mark.parametrize("depth", [depth_at, flat])
def test_what_was_moved_is_found_again(depth):
    how = pose(10, -6, 8, (0.4, -0.2, 0.8))
    found = came_from(moved_to(PLACES, depth, *how), depth, *how)
    np.testing.assert_allclose(found, PLACES, atol=0.03)  # a pixel of most pictures


def test_the_nose_of_a_head_that_turns_to_the_right_goes_ahead_of_its_eyes():
    nose, eyes = np.array([0.0, 0.62]), np.array([[-0.5, 0.0], [0.5, 0.0]])
    how = pose(yaw=10)
    ahead = moved_to(nose, depth_at, *how)[0] - moved_to(eyes, depth_at, *how)[:, 0].mean()
    assert ahead > 0.05
    assert abs(moved_to(nose, flat, *how)[0] - moved_to(eyes, flat, *how)[:, 0].mean()) < 0.02


def test_what_comes_closer_is_seen_larger():
    closer = moved_to(PLACES, flat, *pose(shift=(0, 0, 2)))
    assert np.ptp(closer[:, 0]) / np.ptp(PLACES[:, 0]) == pytest.approx(8 / 6)


def test_a_grid_spreads_its_values_over_all_pixels():
    landmarks = np.array([[40, 50], [80, 50], [60, 75], [45, 95], [75, 95]], float)
    grid = Grid((120, 140), landmarks)
    pixels = grid.spread(grid.pixels(grid.places))
    columns, rows = np.meshgrid(np.arange(120), np.arange(140))
    np.testing.assert_allclose(pixels, np.stack([columns, rows], axis=-1), atol=0.1)
