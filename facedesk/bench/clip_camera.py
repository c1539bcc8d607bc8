"""Plays a clip as if it were a camera: for ever, at the pace that somebody else sets."""

import time
from collections.abc import Callable
from pathlib import Path

from facedesk.capture.picture import Picture
from facedesk.capture.source import video_source
from facedesk.capture.video_reader import open_video

_PATIENCE_S = 0.5
_LOOK_S = 0.0005


class ClipCamera:
    """A FrameReader. wait: is called before each picture and returns when that is due."""

    interval_s = None
    endless = True
    given = None

    def __init__(self, file: Path, wait: Callable[[], object]) -> None:
        """Open the clip. Raises SourceError."""
        self._source = video_source(file)
        self._wait = wait
        self._opened_at = time.monotonic()
        self._video = open_video(self._source)

    def read(self) -> Picture | None:
        """Return the next picture when it is due, the first one again after the last."""
        self._wait()
        picture = self._video.read()
        if picture is None:
            self._video.close()
            self._video = open_video(self._source)
            picture = self._video.read()
        return Picture(picture.image, time.monotonic() - self._opened_at)

    def close(self) -> None:
        """Close the clip."""
        self._video.close()


class Pace:
    """Waits so that it is called so many times a second; a call that came late is not made up."""

    def __init__(self, rate: float) -> None:
        self._interval_s = 1 / rate
        self._due = time.monotonic()

    def __call__(self) -> None:
        """Wait until the next call is due."""
        self._due = max(self._due + self._interval_s, time.monotonic())
        time.sleep(max(self._due - time.monotonic(), 0))


class AsTaken:
    """Waits until the picture before was answered, so that none is skipped and nobody idles."""

    def __init__(self, answered: Callable[[], int]) -> None:
        """answered: tells how many pictures were answered so far."""
        self._answered = answered
        self._before: int | None = None

    def __call__(self) -> None:
        """Wait for the answer, but not for ever: there may be none."""
        patience_ends = time.monotonic() + _PATIENCE_S
        while self._answered() == self._before and time.monotonic() < patience_ends:
            time.sleep(_LOOK_S)
        self._before = self._answered()
