import pytest
from live_stage import CAMERA, VIDEO
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.capture.cameras import Camera
from facedesk.ui.widgets import camera_list
from facedesk.ui.widgets.camera_list import CameraList
from facedesk.ui.widgets.source_actions import SourceActions
from facedesk.ui.widgets.source_picker import SourcePicker

DESK, DOOR = Camera("Desk camera", 0, 200), Camera("Door camera", 2, 200)


@pytest.fixture
def connected(monkeypatch):
    cameras = [DESK, DOOR]
    monkeypatch.setattr(camera_list, "list_cameras", lambda: tuple(cameras))
    return cameras


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def cameras(window, connected):
    return CameraList(window)


@pytest.fixture
def actions(window):
    return SourceActions(window)


@pytest.fixture
def picker(window, cameras, actions):
    return SourcePicker(cameras, actions, window)


def look(qtbot, cameras):
    with qtbot.waitSignal(cameras.updated):
        cameras.refresh()


def entries(picker):
    return [action.text() for action in picker.menu().actions() if not action.isSeparator()]


OTHERS = ["Open video or picture…", "Open folder…", "Open address…", "Stop"]


def test_cameras_come_first_by_name(picker, cameras, qtbot):
    look(qtbot, cameras)
    assert entries(picker) == ["Desk camera", "Door camera", *OTHERS]


def test_without_a_camera_the_menu_says_so(picker, cameras, connected, qtbot):
    connected.clear()
    look(qtbot, cameras)
    assert entries(picker) == ["No camera found", *OTHERS]
    assert not picker.menu().actions()[0].isEnabled()


def test_choosing_a_camera_gives_its_source(picker, cameras, qtbot):
    look(qtbot, cameras)
    with qtbot.waitSignal(picker.chosen) as chosen:
        picker.menu().actions()[0].trigger()
    assert chosen.args == [CAMERA]


def test_opening_the_menu_looks_for_cameras_again(picker, cameras, connected, qtbot):
    look(qtbot, cameras)
    connected.pop()
    with qtbot.waitSignal(cameras.updated):
        picker.menu().aboutToShow.emit()
    assert entries(picker) == ["Desk camera", *OTHERS]


def test_the_button_says_what_is_open(picker, cameras, qtbot):
    assert picker.text() == "Choose a source"
    look(qtbot, cameras)
    picker.show_source(CAMERA)
    assert picker.text() == "Desk camera"
    assert picker.accessibleName() == "Source: Desk camera"
    assert [a.isChecked() for a in picker.menu().actions()[:2]] == [True, False]
    picker.show_source(VIDEO)
    assert [a.isChecked() for a in picker.menu().actions()[:2]] == [False, False]


def test_only_what_is_open_can_be_stopped(picker, actions):
    assert not actions.stop.isEnabled()
    picker.show_source(VIDEO)
    assert actions.stop.isEnabled()


def test_cameras_that_cannot_be_listed_are_logged(cameras, monkeypatch, qtbot, caplog):
    def fail():
        raise OSError("no such bus")

    monkeypatch.setattr(camera_list, "list_cameras", fail)
    look(qtbot, cameras)
    assert cameras.cameras == ()
    assert "no such bus" in caplog.text
    caplog.clear()


def test_one_look_at_a_time(cameras, qtbot):
    cameras.refresh()
    with qtbot.waitSignal(cameras.updated):
        cameras.refresh()
    qtbot.wait(50)
    assert cameras.looked == 1


def test_a_file_is_chosen_in_a_dialog(actions, qtbot, monkeypatch, tmp_path):
    file = tmp_path / "visit.mp4"
    file.touch()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(actions.chosen) as chosen:
        actions.open_file.trigger()
    assert chosen.args == [str(file)]


def test_a_folder_is_chosen_in_a_dialog(actions, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(actions.chosen) as chosen:
        actions.open_folder.trigger()
    assert chosen.args == [str(tmp_path)]


def test_a_dialog_that_was_cancelled_changes_nothing(actions, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(actions.chosen):
        actions.open_file.trigger()
