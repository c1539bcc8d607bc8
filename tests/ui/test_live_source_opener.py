import os
import stat
import threading

import pytest
from live_stage import CAMERA, VIDEO, running, stage

from facedesk import errors, settings
from facedesk.capture.cameras import Camera
from facedesk.capture.source import parse_source
from facedesk.ui.widgets import camera_list, source_finder
from facedesk.ui.widgets.camera_list import CameraList
from facedesk.ui.widgets.source_opener import SourceOpener

DESK, DOOR = Camera("Desk camera", 0, 200), Camera("Door camera", 2, 200)


@pytest.fixture
def connected(monkeypatch):
    cameras = [DOOR, DESK]
    monkeypatch.setattr(camera_list, "list_cameras", lambda: tuple(cameras))
    return cameras


@pytest.fixture
def on_stage(tmp_path, qapp):
    return stage(tmp_path / "home")


@pytest.fixture
def cameras(qapp, connected):
    return CameraList()


@pytest.fixture
def begin(on_stage, cameras, qtbot):
    openers = []  # kept, so that what is looked for beside the window finds them there

    def begin():
        opener = SourceOpener(on_stage.context, cameras)
        openers.append(opener)
        with qtbot.waitSignal(cameras.updated):
            opener.begin()
        return opener

    yield begin
    openers.clear()


def opened(on_stage):
    return [source.label for source in on_stage.session.opened]


def remember(on_stage, key):
    on_stage.context.settings.set("live.source", key)


def test_the_first_camera_is_opened(begin, on_stage):
    begin()
    assert opened(on_stage) == ["Door camera"]


def test_the_camera_used_last_comes_before_the_first(begin, on_stage):
    remember(on_stage, CAMERA.key)
    begin()
    assert opened(on_stage) == ["Desk camera"]


def test_a_camera_that_is_gone_leaves_its_place_to_the_first_but_stays_remembered(
    begin, on_stage, connected
):
    connected.remove(DESK)
    remember(on_stage, CAMERA.key)
    begin()
    assert opened(on_stage) == ["Door camera"]
    assert on_stage.context.settings.get("live.source") == CAMERA.key


def test_a_file_used_last_is_opened_again(begin, on_stage, tmp_path, qtbot):
    file = tmp_path / "visit.mp4"
    file.touch()
    remember(on_stage, str(file))
    begin()
    qtbot.waitUntil(lambda: opened(on_stage) == ["visit.mp4"])


def test_a_file_that_is_gone_is_named_and_the_camera_opened(begin, on_stage, tmp_path, qtbot):
    remember(on_stage, str(tmp_path / "visit.mp4"))
    begin()
    qtbot.waitUntil(lambda: opened(on_stage) == ["Door camera"])
    assert "visit.mp4" in on_stage.said[0].text


def test_without_a_camera_nothing_is_opened(begin, on_stage, connected):
    connected.clear()
    begin()
    assert opened(on_stage) == []


def test_the_first_camera_that_is_plugged_in_is_opened_when_there_was_none(
    begin, on_stage, cameras, connected, qtbot
):
    connected.clear()
    opener = begin()
    connected.append(DESK)
    cameras.refresh()
    qtbot.waitUntil(lambda: opened(on_stage) == ["Desk camera"])
    opener.close()


def test_a_camera_that_is_plugged_in_is_not_opened_once_the_user_has_stopped(
    begin, on_stage, cameras, connected, qtbot
):
    connected.clear()
    begin().close()
    connected.append(DESK)
    with qtbot.waitSignal(cameras.updated):
        cameras.refresh()
    assert opened(on_stage) == []


def test_what_the_user_types_or_picks_is_found_and_opened(begin, on_stage, tmp_path, qtbot):
    file = tmp_path / "visit.mp4"
    file.touch()
    opener = begin()
    for text, label in ((str(file), "visit.mp4"), ("rtsp://ada:secret@door/1", "rtsp://door")):
        opener.find(text)
        qtbot.waitUntil(lambda label=label: opened(on_stage)[-1] == label)


def test_what_is_not_there_is_said_and_leaves_the_open_source(begin, on_stage, tmp_path, qtbot):
    opener = begin()
    opener.find(str(tmp_path / "nothing.mp4"))
    qtbot.waitUntil(lambda: len(on_stage.said) == 1)
    assert "nothing.mp4" in on_stage.said[0].text
    assert opened(on_stage) == ["Door camera"]


def test_a_disk_that_does_not_answer_holds_nothing_up(begin, on_stage, monkeypatch, qtbot):
    answers = threading.Event()

    def slow(text):
        answers.wait()
        return VIDEO

    monkeypatch.setattr(source_finder, "parse_source", slow)
    opener = begin()
    opener.find("/mnt/far away/visit.mp4")
    opener.open(CAMERA)
    answers.set()
    qtbot.wait(100)
    assert opened(on_stage) == ["Door camera", "Desk camera"]  # the answer came too late


def test_a_source_given_at_the_start_stays(begin, on_stage):
    on_stage.session.status = running(VIDEO)
    begin()
    assert opened(on_stage) == []


def test_it_begins_only_once(begin, on_stage, qtbot):
    opener = begin()
    on_stage.session.close_source()
    opener.begin()
    qtbot.wait(30)
    assert len(opened(on_stage)) == 1


def test_what_the_user_opens_is_remembered(begin, on_stage):
    begin().open(CAMERA)
    assert settings.load(on_stage.context.paths.settings).get("live.source") == CAMERA.key


def test_the_password_of_an_address_is_kept_where_only_the_user_can_read_it(begin, on_stage):
    source = parse_source("rtsp://ada:secret@door/1")
    begin().open(source)
    path = on_stage.context.paths.settings
    assert settings.load(path).get("live.source") == source.key
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_settings_that_cannot_be_saved_do_not_keep_the_source_closed(begin, on_stage, monkeypatch):
    def fail():
        raise errors.DiskFull

    monkeypatch.setattr(on_stage.context.settings, "save", fail)
    begin().open(VIDEO)
    assert opened(on_stage)[-1] == "visit.mp4"
    assert on_stage.said[0].text == errors.DiskFull.sentence


def test_the_same_source_can_be_opened_again(begin, on_stage):
    opener = begin()
    opener.open(VIDEO)
    opener.open_again()
    assert opened(on_stage)[-2:] == ["visit.mp4", "visit.mp4"]
    on_stage.session.close_source()
    opener.open_again()
    assert len(opened(on_stage)) == 3
