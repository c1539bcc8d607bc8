import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from facedesk.ui import icons
from facedesk.ui.widgets.side_bar import SideBar


@pytest.fixture
def bar(qtbot):
    pages = {"Live": "Ctrl+1", "People": "Ctrl+2", "Settings": "Ctrl+,"}
    made = SideBar([(title, icons.icon("people"), keys) for title, keys in pages.items()])
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_click_chooses_a_page(qtbot, bar):
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.mouseClick(bar.button(1), Qt.MouseButton.LeftButton)
    assert chosen.args == [1]


def test_the_page_shown_is_marked(bar):
    bar.show_chosen(2)
    assert [bar.button(i).isChecked() for i in range(3)] == [False, False, True]


def test_collapsed_it_keeps_to_icons_but_their_names_can_still_be_learned(bar):
    wide = bar.width()
    bar.set_collapsed(True)
    assert bar.width() < wide / 2
    assert bar.button(1).toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert bar.button(1).accessibleName() == "People"
    assert bar.button(1).toolTip() == "People (Ctrl+2)"


def test_its_pages_can_be_chosen_with_the_keyboard(qtbot, bar):
    bar.button(1).setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.keyClick(bar.button(1), Qt.Key.Key_Space)
    assert chosen.args == [1]
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.keyClick(bar.button(1), Qt.Key.Key_Down)
    assert chosen.args == [2]


@pytest.mark.parametrize(("collapsed", "does"), [(False, "Collapse"), (True, "Expand")])
def test_the_lowest_button_says_what_it_does(bar, collapsed, does):
    bar.set_collapsed(collapsed)
    fold = bar.findChildren(QToolButton)[-1]
    assert fold.text() == does
    assert fold.accessibleName() == f"{does} the side bar"
    assert fold.toolTip() == f"{does} the side bar (Ctrl+B)"
