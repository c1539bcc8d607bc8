import sys

import pytest

from facedesk.errors import NoScreen
from facedesk.screen import screen

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is for Linux")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def is_there() -> bool:
    try:
        with screen():
            return True
    except NoScreen:
        return False


def test_without_a_display_there_is_none():
    assert not is_there()


def test_a_display_that_does_not_answer_is_none(monkeypatch):
    monkeypatch.setenv("DISPLAY", "nowhere.invalid:0")
    assert not is_there()


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5901", "offscreen;xcb"])
def test_some_platforms_need_none(monkeypatch, platform):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert is_there()


def test_another_platform_does(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert not is_there()


def test_wayland_is_one(monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert is_there()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    assert is_there()
