import sys

import pytest
from PySide6.QtCore import Qt

from facedesk.capture import cameras
from facedesk.capture.cameras import Camera
from facedesk.ui.widgets import camera_list
from facedesk.ui.widgets.camera_list import CameraList

DESK = Camera("Desk camera", 0, 200)


@pytest.fixture
def devices(tmp_path, monkeypatch):
    """The folder that Linux has its devices in; a camera is listed where there is a video0."""
    folder = tmp_path / "dev"
    folder.mkdir()
    monkeypatch.setattr(cameras, "DEVICES", folder)
    monkeypatch.setattr(camera_list, "DEVICES", folder)
    monkeypatch.setattr(camera_list, "_SETTLED_MS", 20)
    monkeypatch.setattr(
        camera_list, "list_cameras", lambda: (DESK,) if (folder / "video0").exists() else ()
    )
    return folder


@pytest.fixture
def watched(qapp, devices):
    return CameraList()


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")


@on_linux
def test_the_list_is_renewed_when_a_camera_is_plugged_in_or_out(watched, devices, qtbot):
    (devices / "video0").touch()
    qtbot.waitUntil(lambda: watched.cameras == (DESK,))
    (devices / "video0").unlink()
    qtbot.waitUntil(lambda: watched.cameras == ())


@on_linux
def test_other_devices_that_come_and_go_are_no_reason_to_look(watched, devices, qtbot):
    (devices / "ttyUSB0").touch()
    qtbot.wait(100)
    assert watched.looked == 0


@on_linux
def test_a_camera_with_several_devices_is_looked_for_once(watched, devices, qtbot):
    for number in range(4):
        (devices / f"video{number}").touch()
    qtbot.waitUntil(lambda: watched.cameras == (DESK,))
    qtbot.wait(100)
    assert watched.looked == 1


def test_where_the_system_does_not_tell_coming_back_to_the_window_renews_the_list(
    qapp, devices, monkeypatch, qtbot
):
    monkeypatch.setattr(camera_list, "camera_devices", lambda: None)
    unwatched = CameraList()
    (devices / "video0").touch()
    qtbot.wait(100)
    assert unwatched.looked == 0
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: unwatched.cameras == (DESK,))
