import pytest
from PySide6.QtCore import Qt

from facedesk.ui.widgets.address_bar import AddressBar


@pytest.fixture
def bar(qtbot):
    widget = AddressBar()
    qtbot.addWidget(widget)
    widget.ask()
    return widget


def test_asking_shows_the_bar(bar):
    assert bar.isVisible()
    assert not bar.open_button.isEnabled()


def test_enter_gives_the_address_and_closes_the_bar(bar, qtbot):
    qtbot.keyClicks(bar.address, " rtsp://door.local/stream ")
    with qtbot.waitSignal(bar.entered) as entered:
        qtbot.keyClick(bar.address, Qt.Key.Key_Return)
    assert entered.args == ["rtsp://door.local/stream"]
    assert not bar.isVisible()


def test_escape_closes_it(bar, qtbot):
    with qtbot.assertNotEmitted(bar.entered):
        qtbot.keyClick(bar.address, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_spaces_are_no_address(bar, qtbot):
    qtbot.keyClicks(bar.address, "   ")
    with qtbot.assertNotEmitted(bar.entered):
        qtbot.keyClick(bar.address, Qt.Key.Key_Return)
    assert bar.isVisible()
