import pytest

from facedesk import settings
from facedesk.capture import reader
from facedesk.capture.camera_mode import CameraMode, chosen_mode
from facedesk.capture.source import Source, SourceKind


@pytest.fixture
def chosen(tmp_path):
    return settings.load(tmp_path / "settings.json")


def test_without_a_choice_a_camera_is_asked_for_the_usual(chosen):
    assert chosen_mode(chosen, "Desk camera") == CameraMode()


def test_each_camera_is_asked_for_what_was_chosen_for_it(chosen):
    chosen.camera = "Desk camera"
    chosen.set("camera.resolution", "1920x1080")
    chosen.set("camera.rate", "15")
    assert chosen_mode(chosen, "Desk camera") == CameraMode(1920, 1080, 15)
    assert chosen_mode(chosen, "Door camera") == CameraMode()


def test_what_is_chosen_between_two_openings_counts_for_the_second(chosen, monkeypatch):
    asked = []
    monkeypatch.setattr(reader, "open_camera", lambda _source, mode: asked.append(mode))
    opener = reader.reader_opener(chosen)
    source = Source(SourceKind.CAMERA, "Desk camera", "Desk camera")
    opener(source)
    chosen.set("camera.resolution", "640x480")
    opener(source)
    assert [(mode.width, mode.height) for mode in asked] == [(1280, 720), (640, 480)]
