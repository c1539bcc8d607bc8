"""Finds out whether there is a screen, since Qt ends the program when there is none."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from facedesk.errors import NoScreen

_WITHOUT_DISPLAY = frozenset(
    {"offscreen", "minimal", "minimalegl", "vnc", "eglfs", "linuxfb", "vkkhrdisplay"}
)


@contextmanager
def screen() -> Iterator[None]:
    """Make sure that Qt can open windows while it starts. Raises NoScreen."""
    if _needs_x_server():
        with _x_connection():
            yield
    else:
        yield


def _needs_x_server() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return False
    # The variable may list several platforms, each with options after a colon.
    wanted = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    return wanted not in _WITHOUT_DISPLAY


@contextmanager
def _x_connection() -> Iterator[None]:
    """Connect to the X server as Qt will.

    The connection is held, since some servers start over when their last client leaves.
    """
    if not os.environ.get("DISPLAY"):
        raise NoScreen
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # that it is missing is for Qt and the doctor to say
        yield
        return
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        if xcb.xcb_connection_has_error(connection):
            raise NoScreen
        yield
    finally:
        xcb.xcb_disconnect(connection)
