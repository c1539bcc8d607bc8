import pytest
from PySide6.QtCore import Qt

from facedesk.ui.widgets.segments import Segments


@pytest.fixture
def segments(qtbot):
    made = Segments([("Camera", "camera"), ("Picture", "photo")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_is_taken_to_begin_with(segments):
    assert segments.taken == 0
    assert segments.button(0).isChecked()


def test_a_click_takes_another(qtbot, segments):
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.mouseClick(segments.button(1), Qt.MouseButton.LeftButton)
    assert chosen.args == [1]
    assert segments.taken == 1
    assert not segments.button(0).isChecked()


def test_the_keyboard_takes_another(qtbot, segments):
    segments.button(0).setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments.button(0), Qt.Key.Key_Right)
    assert chosen.args == [1]
