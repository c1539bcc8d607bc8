"""Reads live pictures: from a camera of this computer, or from an RTSP or HTTP address."""

import time

import numpy as np

from facedesk import errors
from facedesk.capture.camera_mode import CameraMode
from facedesk.capture.cameras import find_camera
from facedesk.capture.picture import Picture
from facedesk.capture.source import Source
from facedesk.capture.video_capture import next_image, open_capture
from facedesk.capture.video_reader import VideoReader
from facedesk.opencv import cv2

_FIRST_PICTURE_S = 5.0  # some cameras need a while to wake up
_RETRY_S = 0.05
_ATTEMPTS = 5  # a single damaged picture is no reason to give the camera up
_TIMEOUT_MS = 5000
_FASTEST = 240  # pictures per second; more is a driver that does not know
_MJPG = cv2.VideoWriter.fourcc(*"MJPG")


class CameraReader:
    """Pictures as they come in. first: the one that was read to see whether any come at all.

    given: what a camera gives where that is not what it was asked for.
    """

    interval_s = None
    endless = True

    def __init__(
        self, capture: cv2.VideoCapture, first: np.ndarray, given: CameraMode | None = None
    ) -> None:
        self.given = given
        self._capture = capture
        self._first: np.ndarray | None = first
        self._opened_at = time.monotonic()

    def read(self) -> Picture | None:
        """Return the next picture; None when the camera is lost. May block when it hangs."""
        image, self._first = self._first, None
        for _ in range(_ATTEMPTS):
            if image is None:
                image = next_image(self._capture)
        if image is None:
            return None
        return Picture(image, time.monotonic() - self._opened_at)

    def close(self) -> None:
        """Let go of the camera."""
        self._capture.release()


def open_camera(source: Source, mode: CameraMode) -> CameraReader:
    """Open a camera, ask for a mode, and wait for its first picture.

    Raises NoCamera, CameraMissing, CameraBusy.
    """
    camera = find_camera(source.location, source.label)
    capture = open_capture(camera.index, camera.backend)
    _ask_for(capture, mode)
    first = _first_image(capture)
    if first is None:
        capture.release()
        raise errors.CameraBusy(source=source.label)
    return CameraReader(capture, first, _other_than(mode, capture, first))


def open_address(source: Source) -> CameraReader | VideoReader:
    """Open an address: a live stream, or a video file on a server. Raises AddressUnreachable."""
    timeouts = (cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, cv2.CAP_PROP_READ_TIMEOUT_MSEC)
    parameters = [value for timeout in timeouts for value in (timeout, _TIMEOUT_MS)]
    capture = open_capture(source.location, cv2.CAP_FFMPEG, parameters)
    first = next_image(capture)
    if first is None:
        capture.release()
        raise errors.AddressUnreachable(source=source.label)
    has_length = capture.get(cv2.CAP_PROP_FRAME_COUNT) > 0
    return VideoReader(capture, first) if has_length else CameraReader(capture, first)


def _ask_for(capture: cv2.VideoCapture, mode: CameraMode) -> None:
    """Ask for a size, a rate and MJPG, without which USB cameras are slow; they do what they like.

    V4L2 wants the format before the size, DirectShow after it; both want the rate after the size.
    """
    capture.set(cv2.CAP_PROP_FOURCC, _MJPG)
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, mode.width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, mode.height)
    capture.set(cv2.CAP_PROP_FPS, mode.rate)
    capture.set(cv2.CAP_PROP_FOURCC, _MJPG)


def _other_than(
    asked: CameraMode, capture: cv2.VideoCapture, first: np.ndarray
) -> CameraMode | None:
    """Return what the camera gives if it is something else than what it was asked for.

    The size is that of its first picture; the rate what it says itself, if that makes sense.
    """
    height, width = first.shape[:2]
    rate = capture.get(cv2.CAP_PROP_FPS)
    given = CameraMode(width, height, round(rate) if 1 <= rate <= _FASTEST else asked.rate)
    return None if given == asked else given


def _first_image(capture: cv2.VideoCapture) -> np.ndarray | None:
    deadline = time.monotonic() + _FIRST_PICTURE_S
    while (image := next_image(capture)) is None and capture.isOpened():
        if time.monotonic() > deadline:
            break
        time.sleep(_RETRY_S)
    return image
