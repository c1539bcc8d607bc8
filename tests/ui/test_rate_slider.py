from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt

from facedesk.ui.widgets.rate_slider import RateSlider


@pytest.fixture
def slider(qtbot):
    made = RateSlider(0.001, 0.1)
    made.resize(400, 30)
    qtbot.addWidget(made)
    made.show_rate(0.01)
    made.show()
    return made


@pytest.fixture
def chosen(slider):
    rates = []
    slider.chosen.connect(rates.append)
    return rates


def press(qtbot, slider, *keys):
    for key in keys:
        qtbot.keyClick(slider, key)


def test_its_ends_are_the_lowest_and_the_highest_rate(qtbot, slider, chosen):
    press(qtbot, slider, Qt.Key.Key_Home, Qt.Key.Key_End)
    assert chosen == [0.001, 0.1]


def test_the_middle_is_the_geometric_one(slider):
    slider.setValue((slider.minimum() + slider.maximum()) // 2)
    assert slider.rate == 0.01


def test_every_step_is_another_number_of_two_digits_about_as_far_from_the_last(slider):
    rates = []
    for position in range(slider.maximum() + 1):
        slider.setValue(position)
        rates.append(slider.rate)
    ratios = [after / before for before, after in pairwise(rates)]
    assert all(rate == float(f"{rate:.2g}") for rate in rates)
    assert 1.05 < min(ratios) <= max(ratios) < 1.2


def test_the_arrow_keys_go_a_step_and_the_page_keys_further(qtbot, slider, chosen):
    press(qtbot, slider, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp)
    assert chosen[:2] == [0.011, 0.01]
    assert chosen[2] > 0.015


def test_while_it_is_dragged_it_tells_where_it_is_and_the_choice_when_it_is_let_go(
    qtbot, slider, chosen
):
    moved = []
    slider.moved.connect(moved.append)
    handle = QPoint(slider.width() // 2, slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=handle)
    for step in (20, 40, 60):
        qtbot.mouseMove(slider, handle + QPoint(step, 0))
    assert len(moved) >= 2
    assert chosen == []
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=handle + QPoint(60, 0))
    assert chosen == [moved[-1]]


@pytest.mark.parametrize("rate", [0.001, 0.0123, 0.05, 0.1])
def test_any_rate_can_be_shown_and_is_not_taken_for_a_choice(slider, chosen, rate):
    slider.show_rate(rate)
    assert slider.rate == rate
    assert chosen == []
