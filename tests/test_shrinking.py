import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.shrinking import halved_to, shrunk

sides = st.integers(1, 300)


@given(sides, sides, st.integers(1, 200))
def test_no_side_is_longer_than_asked_for_and_none_is_gone(height, width, longest):
    small = shrunk(np.zeros((height, width, 3), np.uint8), longest)
    assert max(small.shape[:2]) == min(longest, max(height, width))
    assert min(small.shape[:2]) >= 1


@pytest.mark.parametrize("shape", [(50, 80), (50, 80, 3)])
def test_a_small_picture_is_left_as_it_is(shape):
    image = np.zeros(shape, np.uint8)
    assert shrunk(image, 80) is image


def test_pixels_are_averaged():
    stripes = np.tile(np.array([[0, 200]], np.uint8), (8, 4))
    np.testing.assert_array_equal(shrunk(stripes, 4), np.full((4, 4), 100))


@given(sides, sides, st.integers(1, 200))
def test_halving_ends_as_soon_as_the_picture_is_small_enough(height, width, longest):
    small = halved_to(np.zeros((height, width), np.uint8), longest)
    assert max(small.shape) <= longest or min(small.shape) == 1
    assert min(small.shape) >= 1
    if max(height, width) > longest and min(height, width) > 1:
        assert 2 * max(small.shape) + 1 > longest


def test_each_pixel_is_the_mean_of_four():
    stripes = np.tile(np.array([[0, 200]], np.uint8), (8, 4))
    np.testing.assert_array_equal(halved_to(stripes, 4), np.full((4, 4), 100))
