import pytest
from live_stage import CAMERA
from PySide6.QtWidgets import QPushButton, QWidget

from facedesk.capture.cameras import Camera
from facedesk.ui.widgets import camera_list
from facedesk.ui.widgets.camera_list import CameraList
from facedesk.ui.widgets.no_source import NoSource
from facedesk.ui.widgets.source_actions import SourceActions


@pytest.fixture
def connected(monkeypatch):
    cameras = []
    monkeypatch.setattr(camera_list, "list_cameras", lambda: tuple(cameras))
    return cameras


@pytest.fixture
def cameras(connected):
    return CameraList()


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def empty(window, cameras):
    return NoSource(cameras, SourceActions(window), window)


def look(qtbot, cameras):
    with qtbot.waitSignal(cameras.updated):
        cameras.refresh()


def test_without_a_camera_it_says_so_and_offers_the_rest(empty, cameras, qtbot):
    look(qtbot, cameras)
    assert empty.heading.text() == "No camera was found"
    offers = [button.text() for button in empty.findChildren(QPushButton)]
    assert sorted(offers) == [
        "Look for cameras again",
        "Open address…",
        "Open folder…",
        "Open video or picture…",
    ]


def test_a_camera_that_was_connected_is_offered_by_name(empty, cameras, connected, qtbot):
    look(qtbot, cameras)
    connected.append(Camera("Desk camera", 0, 200))
    with qtbot.waitSignal(cameras.updated):
        empty.first.click()
    assert empty.first.text() == "Use Desk camera"
    with qtbot.waitSignal(empty.chosen) as chosen:
        empty.first.click()
    assert chosen.args == [CAMERA]


def test_a_failure_is_said_and_can_be_tried_again(empty, qtbot):
    empty.show_failure("Desk camera gives no picture.")
    assert empty.sentence.text() == "Desk camera gives no picture."
    with qtbot.waitSignal(empty.again_wanted):
        empty.first.click()
    empty.show_failure("")
    assert empty.heading.text() == "Looking for cameras…"
