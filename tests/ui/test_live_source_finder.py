import threading

import pytest

from facedesk import errors
from facedesk.capture.source import SourceKind, parse_source
from facedesk.ui.widgets import source_finder
from facedesk.ui.widgets.source_finder import SourceFinder


@pytest.fixture
def finder(qapp):
    return SourceFinder()


def test_a_path_is_found(finder, tmp_path, qtbot):
    (tmp_path / "visit.mp4").touch()
    with qtbot.waitSignal(finder.found) as found:
        finder.find(str(tmp_path / "visit.mp4"))
    assert found.args[0].kind is SourceKind.VIDEO


def test_an_address_is_understood(finder, qtbot):
    with qtbot.waitSignal(finder.found) as found:
        finder.find("rtsp://ada:secret@door.local/stream")
    assert found.args[0].label == "rtsp://door.local"


def test_a_file_of_another_kind_is_refused(finder, tmp_path, qtbot):
    (tmp_path / "letter.txt").touch()
    with qtbot.waitSignal(finder.refused) as refused:
        finder.find(str(tmp_path / "letter.txt"))
    assert refused.args[0].code == "file_unreadable"


def test_only_the_newest_question_is_answered(finder, monkeypatch, qtbot):
    first_may_end = threading.Event()

    def parse(text):
        if "slow" in text:
            first_may_end.wait()
        return parse_source(text)

    monkeypatch.setattr(source_finder, "parse_source", parse)
    told = []
    finder.found.connect(lambda source: told.append(source.label))
    finder.find("rtsp://slow.local")
    finder.find("rtsp://quick.local")
    qtbot.waitUntil(lambda: told == ["rtsp://quick.local"])
    first_may_end.set()
    qtbot.wait(50)
    assert told == ["rtsp://quick.local"]


def test_what_is_forgotten_is_not_answered(finder, qtbot):
    with qtbot.assertNotEmitted(finder.found, wait=100):
        finder.find("rtsp://door.local/stream")
        finder.forget()


def test_a_mistake_of_ours_is_logged_and_told_without_the_password(
    finder, monkeypatch, qtbot, caplog
):
    def fail(_text):
        raise KeyError("mistake")

    monkeypatch.setattr(source_finder, "parse_source", fail)
    with qtbot.waitSignal(finder.refused) as refused:
        finder.find("rtsp://ada:secret@door.local/stream")
    assert type(refused.args[0]) is errors.FacedeskError
    assert "mistake" in caplog.text
    assert "secret" not in caplog.text
    caplog.clear()
