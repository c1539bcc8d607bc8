"""Plays a file at its own speed."""

import time
from collections.abc import Callable

from facedesk.capture.picture import Picture
from facedesk.capture.reader import FrameReader

_TOO_LATE_S = 1.0


class PacedReader:
    """Holds each picture back until it is due, as counted from the first one.

    pause: waits for a number of seconds, or less when it is time to stop.
    """

    def __init__(self, reader: FrameReader, pause: Callable[[float], object]) -> None:
        self._reader = reader
        self._pause = pause
        self._starts_at: float | None = None
        self.interval_s = reader.interval_s
        self.endless = reader.endless
        self.given = reader.given

    def read(self) -> Picture | None:
        """Return the next picture when it is due; None after the last."""
        picture = self._reader.read()
        if picture is not None:
            self._wait_for(picture.time_s)
        return picture

    def close(self) -> None:
        """Close the file."""
        self._reader.close()

    def _wait_for(self, time_s: float) -> None:
        now = time.monotonic()
        if self._starts_at is None:
            self._starts_at = now - time_s
        late_s = now - (self._starts_at + time_s)
        if late_s > _TOO_LATE_S:  # a slow disk, a computer that slept: don't race to catch up
            self._starts_at += late_s
        elif late_s < 0:
            self._pause(-late_s)
