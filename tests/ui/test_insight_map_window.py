import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.ui.widgets.map_window import MapWindow, window_around

SIZES = st.floats(50, 2000)
NUMBERS = st.floats(-1000, 1000)
WINDOWS = st.builds(MapWindow, st.floats(-2, 2), st.floats(-2, 2), st.floats(1, 5000), SIZES, SIZES)


@given(WINDOWS, NUMBERS, NUMBERS)
def test_there_and_back_again(window, x, y):
    there = window.to_plane(x, y)
    assert window.to_widget(np.array([there]))[0] == pytest.approx([x, y], abs=1e-6)


@given(WINDOWS, st.floats(0.1, 10), NUMBERS, NUMBERS)
def test_what_is_under_the_mouse_stays_there_when_zooming(window, factor, x, y):
    there = window.to_plane(x, y)
    nearer = window.zoomed(factor, x, y)
    assert nearer.scale == pytest.approx(window.scale * factor)
    assert nearer.to_widget(np.array([there]))[0] == pytest.approx([x, y], abs=1e-5)


@given(WINDOWS, NUMBERS, NUMBERS)
def test_what_was_dragged_goes_along(window, right, down):
    point = np.array([[0.3, -0.2]])
    moved = window.moved(right, down).to_widget(point) - window.to_widget(point)
    assert moved[0] == pytest.approx([right, down], abs=1e-5)


def test_up_is_up():
    window = MapWindow(0, 0, 100, 200, 200)
    assert window.to_widget(np.array([[0, 0.5], [0.5, 0]])).tolist() == [[100, 50], [150, 100]]


def test_everyone_fits_and_fills_one_direction():
    points = np.random.default_rng(0).normal(size=(30, 2))
    window = window_around(points, 640, 480)
    places = window.to_widget(points)
    assert (places >= 0).all()
    assert (places <= [640, 480]).all()
    spread = places.max(axis=0) - places.min(axis=0)
    assert max(spread / [640 - 0.16 * 480, 480 - 0.16 * 480]) == pytest.approx(1)


def test_a_single_point_stands_in_the_middle():
    window = window_around(np.array([[0.4, 0.7]]), 640, 480)
    assert window.to_widget(np.array([[0.4, 0.7]]))[0].tolist() == [320, 240]
