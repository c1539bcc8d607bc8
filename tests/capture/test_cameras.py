import sys
import time
from types import SimpleNamespace

import cv2_enumerate_cameras
import pytest

from facedesk import errors
from facedesk.capture.cameras import Camera, find_camera, list_cameras
from facedesk.opencv import cv2


@pytest.fixture
def plugged_in(monkeypatch):
    """A Linux computer with the cameras given as name -> numbers."""
    found = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(cv2_enumerate_cameras, "enumerate_cameras", lambda backend: list(found))

    def plug_in(*cameras):
        found[:] = [SimpleNamespace(name=name, index=index) for name, index in cameras]

    return plug_in


def test_looking_for_cameras_is_quick_and_silent(capfd):
    start = time.monotonic()
    assert isinstance(list_cameras(), tuple)
    assert time.monotonic() - start < 2
    assert capfd.readouterr() == ("", "")


def test_cameras_come_in_the_order_of_their_numbers(plugged_in):
    plugged_in(("Back", 2), ("Front", 0))
    assert list_cameras() == (Camera("Front", 0, cv2.CAP_V4L2), Camera("Back", 2, cv2.CAP_V4L2))


def test_cameras_of_one_name_can_be_told_apart(plugged_in):
    plugged_in(("C270", 0), ("C270", 2), ("C270 (2)", 4))
    names = [camera.name for camera in list_cameras()]
    assert names == ["C270", "C270 (2)", "C270 (2) (2)"]


def test_a_camera_without_a_name_is_called_by_its_number(plugged_in):
    plugged_in((None, 3), ("  ", 5))
    assert [camera.name for camera in list_cameras()] == ["Camera 3", "Camera 5"]


def test_windows_is_asked_the_fast_way_first(monkeypatch):
    asked = []

    def enumerate_cameras(backend):
        asked.append(backend)
        return [SimpleNamespace(name="Newer camera", index=0)] if backend == cv2.CAP_MSMF else []

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(cv2_enumerate_cameras, "enumerate_cameras", enumerate_cameras)
    assert list_cameras() == (Camera("Newer camera", 0, cv2.CAP_MSMF),)
    assert asked == [cv2.CAP_DSHOW, cv2.CAP_MSMF]


def test_a_camera_is_found_by_name_wherever_it_is_plugged_in(plugged_in):
    plugged_in(("Built-in", 0), ("C270", 4))
    assert find_camera("c270", "C270").index == 4


def test_a_camera_is_found_by_number(plugged_in):
    plugged_in(("Built-in", 0), ("C270", 4))
    assert find_camera("4", "Camera 4").name == "C270"


def test_a_missing_camera_is_named(plugged_in):
    plugged_in(("Built-in", 0))
    with pytest.raises(errors.CameraMissing, match="is not connected"):
        find_camera("C270", "C270")
    with pytest.raises(errors.CameraMissing, match="is not connected"):
        find_camera("7", "Camera 7")


def test_a_named_camera_is_missed_by_name_even_when_there_is_none_at_all(plugged_in):
    plugged_in()
    with pytest.raises(errors.CameraMissing):
        find_camera("C270", "C270")
    with pytest.raises(errors.NoCamera):
        find_camera("0", "Camera 0")
