import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from facedesk.ui.widgets.picture_map import PictureMap

SIDES = st.integers(1, 4000)
SHARES = st.floats(0, 1)


@st.composite
def maps(draw):
    area = QRectF(draw(st.integers(-50, 50)), 7, draw(SIDES), draw(SIDES))
    return PictureMap(draw(SIDES), draw(SIDES), area, draw(st.booleans()))


def test_a_wide_picture_fills_the_width_and_is_centred():
    place = PictureMap(1280, 720, QRectF(0, 0, 640, 500))
    assert place.target == QRectF(0, 70, 640, 360)


def test_a_tall_picture_fills_the_height_and_is_centred():
    place = PictureMap(300, 600, QRectF(0, 0, 640, 300))
    assert place.target == QRectF(245, 0, 150, 300)


def test_a_mirrored_box_changes_sides_but_not_its_size():
    box = np.array([0, 10, 100, 60], np.float32)
    plain = PictureMap(640, 480, QRectF(0, 0, 640, 480)).box_to_widget(box)
    mirrored = PictureMap(640, 480, QRectF(0, 0, 640, 480), mirrored=True).box_to_widget(box)
    assert plain == QRectF(0, 10, 100, 50)
    assert mirrored == QRectF(540, 10, 100, 50)


@given(maps(), SHARES, SHARES)
def test_the_way_to_the_widget_and_back_ends_where_it_began(place, across, down):
    x, y = across * place.width, down * place.height
    assert place.to_picture(place.to_widget(x, y)) == pytest.approx((x, y), abs=1e-3)


@given(maps())
def test_the_picture_never_leaves_its_area(place):
    slack = 1e-6 * max(place.area.width(), place.area.height()) + 1e-6
    assert place.area.adjusted(-slack, -slack, slack, slack).contains(place.target)


@given(maps(), SHARES, SHARES)
def test_points_of_the_picture_lie_in_its_target(place, across, down):
    point = place.to_widget(across * place.width, down * place.height)
    assert place.target.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point)


def test_an_area_without_room_does_no_harm():
    place = PictureMap(640, 480, QRectF(0, 0, 0, 0))
    assert np.isfinite(place.to_picture(QPointF(1, 1))).all()
