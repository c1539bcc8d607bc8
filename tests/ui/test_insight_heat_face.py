import numpy as np
import pytest

from facedesk.insight.tint import AGAINST, FOR
from facedesk.ui.widgets.heat_face import HeatFace, heated, signs

GREY = np.full((150, 150, 3), 128, np.uint8)


def test_nothing_is_tinted_where_nothing_speaks():
    assert (heated(GREY, np.zeros((10, 10))) == GREY).all()


def test_for_and_against_have_colours_of_their_own():
    heat = np.zeros((2, 2))
    heat[0, 0], heat[1, 1] = 1, -1
    tinted = heated(GREY, heat).astype(int)
    assert abs(tinted[0, 0] - FOR).sum() < abs(GREY[0, 0].astype(int) - FOR).sum() / 2
    assert abs(tinted[-1, -1] - AGAINST).sum() < abs(GREY[0, 0].astype(int) - AGAINST).sum() / 2


def test_what_is_stronger_is_tinted_more():
    weak, strong = (heated(GREY, np.full((4, 4), value)) for value in (0.2, 0.9))
    assert np.abs(strong.astype(int) - 128).sum() > 2 * np.abs(weak.astype(int) - 128).sum()


def test_signs_say_where_it_is_strong_without_any_colour():
    heat = np.zeros((16, 16))
    heat[0:2, 0:2], heat[14:, 14:], heat[0:2, 14:] = 1, -0.8, 0.1
    cells = signs(heat)
    assert cells[0, 0] == pytest.approx(1)
    assert cells[-1, -1] == pytest.approx(-0.8)
    assert cells[0, -1] == 0  # too faint
    assert not signs(np.zeros((8, 8))).any()


def test_it_is_painted_with_and_without(qtbot):
    face = HeatFace(160)
    qtbot.addWidget(face)
    heat = np.zeros((8, 8))
    heat[3, 3] = 1
    face.show_picture(GREY, None)
    plain = face.grab().toImage()
    face.show_picture(GREY, heat)
    assert face.grab().toImage() != plain
    assert face.heat is heat
