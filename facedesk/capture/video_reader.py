"""Reads the pictures of a video file, animated GIFs among them."""

import numpy as np

from facedesk import errors
from facedesk.capture.picture import Picture
from facedesk.capture.source import Source
from facedesk.capture.video_capture import next_image, open_capture
from facedesk.opencv import cv2

_DEFAULT_RATE = 25.0
_LONGEST_STEP_S = 10.0


class VideoReader:
    """Pictures in their order, each with its time in the file; first: the one read already."""

    endless = False
    given = None

    def __init__(self, capture: cv2.VideoCapture, first: np.ndarray) -> None:
        self._capture = capture
        self._first: np.ndarray | None = first
        rate = capture.get(cv2.CAP_PROP_FPS)
        self.interval_s = 1 / (rate if 0.1 <= rate <= 240 else _DEFAULT_RATE)
        self._time_s = -self.interval_s

    def read(self) -> Picture | None:
        """Return the next picture; None at the end of the file, or of what can be read of it."""
        image, self._first = self._first, None
        if image is None:
            image = next_image(self._capture)
        if image is None:
            return None
        self._time_s = self._next_time()
        return Picture(image, self._time_s)

    def close(self) -> None:
        """Close the file."""
        self._capture.release()

    def _next_time(self) -> float:
        """Return the position of the picture just read, or a likely one if the file has none."""
        position = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        if self._time_s < position <= self._time_s + _LONGEST_STEP_S:
            return position
        return self._time_s + self.interval_s


def open_video(source: Source) -> VideoReader:
    """Open a video file and read its first picture. Raises FileUnreadable."""
    capture = open_capture(source.location, cv2.CAP_FFMPEG)
    first = next_image(capture)
    if first is None:
        capture.release()
        raise errors.FileUnreadable(source=source.label)
    return VideoReader(capture, first)
