"""Reads the pictures of a video file, animated GIFs among them."""

import logging

import numpy as np

from facedesk import errors
from facedesk.capture.picture import Picture
from facedesk.capture.source import Source
from facedesk.capture.video_capture import as_rgb, next_image, open_capture
from facedesk.opencv import cv2

_DEFAULT_RATE = 25.0
_LONGEST_STEP_S = 10.0
_MOST_PICTURES = 10**8  # with more, the file does not know how many it has
_ATTEMPTS = 100  # to read on behind a damaged part
_log = logging.getLogger(__name__)


class VideoReader:
    """Pictures in their order, each with its time in the file; first: the one read already.

    attempts: how often to try to read on, where a file is damaged. pictures: how many there are, as
    the file says; None where it does not. passed: how many of them were gone through, one after the
    other. time_s: of the one gone to last.
    """

    endless = False
    given = None

    def __init__(self, capture: cv2.VideoCapture, first: np.ndarray, attempts: int = 1) -> None:
        self._capture = capture
        self._first: np.ndarray | None = first
        self._attempts = attempts
        rate = capture.get(cv2.CAP_PROP_FPS)
        self.interval_s = 1 / (rate if 0.1 <= rate <= 240 else _DEFAULT_RATE)
        count = capture.get(cv2.CAP_PROP_FRAME_COUNT)
        self.pictures = int(count) if 1 <= count <= _MOST_PICTURES else None
        self.passed = 0
        self.time_s = -self.interval_s

    def read(self) -> Picture | None:
        """Return the next picture; None at the end of the file, or of what can be read of it."""
        return self.picture() if self.advance() else None

    def advance(self) -> bool:
        """Go to the next picture, which is quicker than reading it; False: there is none."""
        if not (self._is_at_first or self._arrives()):
            return False
        self.passed += 1
        self.time_s = self._next_time()
        return True

    def picture(self) -> Picture | None:
        """Return the picture gone to; None where it can't be read after all."""
        image = self._first if self.passed == 1 else None
        self._first = None
        if image is None:
            image = self._image()
        return None if image is None else Picture(image, self.time_s)

    def jump(self, time_s: float) -> bool:
        """Go to a picture near a time, which `time_s` then tells; False: the file can't do that."""
        self._first = None
        self._capture.set(cv2.CAP_PROP_POS_MSEC, time_s * 1000)
        if not self._arrives():
            return False
        self.time_s = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        return self.time_s > 0  # a file that does not know where it is says 0 everywhere

    def close(self) -> None:
        """Close the file."""
        self._capture.release()

    @property
    def duration_s(self) -> float | None:
        """How long the video is, as the file says; None where it does not."""
        return None if self.pictures is None else self.pictures * self.interval_s

    @property
    def _is_at_first(self) -> bool:
        return self.passed == 0 and self._first is not None

    def _arrives(self) -> bool:
        try:
            return any(self._capture.grab() for _ in range(self._attempts))
        except cv2.error as error:
            _log.info("OpenCV can't read on: %s", error.err)
            return False

    def _image(self) -> np.ndarray | None:
        try:
            arrived, image = self._capture.retrieve()
        except cv2.error as error:
            _log.info("OpenCV can't read a picture: %s", error.err)
            return None
        return as_rgb(image) if arrived and image is not None and image.size else None

    def _next_time(self) -> float:
        """Return the position of the picture just read, or a likely one if the file has none."""
        position = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        latest = max(self.time_s + _LONGEST_STEP_S, self.duration_s or 0.0)
        if self.time_s < position <= latest:
            return position
        return self.time_s + self.interval_s


def open_video(source: Source) -> VideoReader:
    """Open a video file and read its first picture. Raises FileUnreadable."""
    capture = open_capture(source.location, cv2.CAP_FFMPEG)
    first = next_image(capture)
    if first is None:
        capture.release()
        raise errors.FileUnreadable(source=source.label)
    return VideoReader(capture, first, _ATTEMPTS)
