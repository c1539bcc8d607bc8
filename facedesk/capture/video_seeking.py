"""Finds the picture of any moment of a video file."""

from collections.abc import Callable

from facedesk.capture.picture import Picture
from facedesk.capture.source import Source
from facedesk.capture.video_reader import open_video

_NEAR_S = 2.0  # reading on that far is quicker than jumping
_BACK_S = (0.0, 1.0, 5.0, 20.0)  # how much too early to aim, since jumps are not exact


class VideoSeeker:
    """An open video. It belongs to the thread that uses it."""

    def __init__(self, source: Source) -> None:
        """Open the video. Raises FileUnreadable."""
        self._source = source
        self._reader = open_video(source)
        self._last: Picture | None = None
        self._end_s = float("inf")

    def picture_at(
        self, time_s: float, abandoned: Callable[[], bool] = lambda: False
    ) -> Picture | None:
        """Return the first picture at or after a time; the last one, where there is none.

        abandoned: whether nobody waits for it any more; then there is none. Raises FileUnreadable.
        """
        wanted_s = min(max(time_s, 0.0), self._end_s) - self._reader.interval_s / 4  # for rounding
        if self._last is not None and self._is_at(wanted_s):
            return self._last
        self._come_before(wanted_s)
        while self._reader.time_s < wanted_s:
            if abandoned():
                return None
            if not self._reader.advance():
                return self._last_picture(abandoned)
        self._last = self._reader.picture() or self._last
        return self._last

    def close(self) -> None:
        """Close the video."""
        self._reader.close()

    def _is_at(self, wanted_s: float) -> bool:
        """Tell whether the last picture is the one that is wanted, as while a mouse moves on."""
        first_s = self._last.time_s - self._reader.interval_s
        return first_s < wanted_s <= self._last.time_s == self._reader.time_s

    def _come_before(self, wanted_s: float) -> None:
        """Go to some picture before a time, as near to it as is quick."""
        step_s = self._reader.interval_s
        if self._reader.time_s < wanted_s <= self._reader.time_s + _NEAR_S:
            return
        for back_s in _BACK_S:
            aim_s = wanted_s - 2 * step_s - back_s
            if aim_s < step_s or not self._reader.jump(aim_s):
                break
            if self._reader.time_s < wanted_s:
                return
        self._reader.close()
        self._reader = open_video(self._source)

    def _last_picture(self, abandoned: Callable[[], bool]) -> Picture | None:
        """Return the last picture, now that it is known when that is."""
        known = self._reader.time_s >= self._end_s
        self._end_s = min(self._end_s, self._reader.time_s)
        return self._last if known else self.picture_at(self._end_s, abandoned)
