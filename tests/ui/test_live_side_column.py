import pytest
from PySide6.QtWidgets import QLabel

from facedesk.ui.widgets.side_column import SideColumn


@pytest.fixture
def column(qtbot):
    widget = SideColumn(QLabel("below"), QLabel("above"))
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    return widget


def both(column):
    return [label.isVisible() for label in column.findChildren(QLabel)]


def test_the_second_slides_over_the_first_which_can_then_not_be_reached(column, qtbot):
    column.cover()
    assert column.covered
    qtbot.waitUntil(lambda: both(column) == [False, True])
    assert column.findChildren(QLabel)[1].pos().x() == 0


def test_it_slides_away_again(column, qtbot):
    column.cover()
    qtbot.waitUntil(lambda: both(column) == [False, True])
    column.uncover()
    assert not column.covered
    qtbot.waitUntil(lambda: both(column) == [True, False])


def test_a_change_of_mind_on_the_way_counts(column, qtbot):
    column.cover()
    column.uncover()
    column.cover()
    qtbot.waitUntil(lambda: both(column) == [False, True])


def test_a_column_that_is_hidden_does_not_wait_for_the_slide(column):
    column.hide()
    column.cover()
    column.show()
    assert both(column) == [False, True]


def test_both_fill_the_column(column):
    column.resize(300, 500)
    assert [label.height() for label in column.findChildren(QLabel)] == [500, 500]
