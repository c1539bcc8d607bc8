import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from facedesk.ui.widgets.picture_compare import PictureCompare

RED, BLUE = (200, 0, 0), (0, 0, 200)


def plain(colour, width=200, height=100):
    return np.full((height, width, 3), colour, np.uint8)


@pytest.fixture
def compare(qtbot):
    made = PictureCompare()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show_pictures(plain(RED), plain(BLUE, 100, 50))  # a preview is smaller
    made.show()
    return made


def colour_at(compare, x, y=60):
    return compare.grab().toImage().pixelColor(x, y).getRgb()[:3]


def test_the_original_is_left_of_the_divider_and_the_result_right_of_it(compare):
    assert compare.divider == 200
    assert colour_at(compare, 150) == RED
    assert colour_at(compare, 250) == BLUE


def test_the_mouse_moves_the_divider(qtbot, compare):
    qtbot.mousePress(compare, Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    assert compare.divider == 100
    assert colour_at(compare, 150) == BLUE
    qtbot.mouseMove(compare, QPoint(300, 60))


@pytest.mark.parametrize(
    ("key", "value"),
    [(Qt.Key.Key_Left, 48), (Qt.Key.Key_Right, 52), (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 100)],
)
def test_keys_move_the_divider(qtbot, compare, key, value):
    qtbot.keyClick(compare, key)
    assert compare.value() == value


def test_a_picture_alone_fills_it(qtbot, compare):
    compare.show_pictures(plain(RED), None)
    assert not compare.divided
    assert colour_at(compare, 250) == RED
    qtbot.mousePress(compare, Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    assert compare.value() == 50


def test_screen_readers_are_told_what_it_is(compare):
    assert "Divider" in compare.accessibleName()
    compare.show_pictures(None, None)
    assert compare.empty
    assert compare.accessibleName() == "The picture"
