"""Reads fewer pictures of a video than there are, where that is enough."""

from facedesk.capture.picture import Picture
from facedesk.capture.video_reader import VideoReader


class ThinnedReader:
    """Leaves out pictures that follow the last one sooner than least_step_s seconds."""

    endless = False
    given = None

    def __init__(self, reader: VideoReader, least_step_s: float) -> None:
        self._reader = reader
        self._least_step_s = least_step_s
        self._due_s = -float("inf")
        self.interval_s = reader.interval_s

    def read(self) -> Picture | None:
        """Return the next picture that is due; None after the last."""
        while self._reader.advance():
            if self._reader.time_s >= self._due_s:
                self._due_s = self._reader.time_s + self._least_step_s
                return self._reader.picture()
        return None

    def close(self) -> None:
        """Close the file."""
        self._reader.close()
