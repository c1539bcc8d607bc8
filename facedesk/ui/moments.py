"""Finds the picture of a moment of a video, in a thread; the newest wish is the one that counts."""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from facedesk.capture.picture import Picture
from facedesk.capture.source import Source
from facedesk.capture.video_seeking import VideoSeeker
from facedesk.errors import FacedeskError

_KEPT_OPEN_S = 3.0  # how long the file stays open for the next wish
_PATIENCE_S = 0.25  # after that, a newer wish goes before one that is on its way


class Moments(QObject):
    """Emits found with a Picture, or failed with the error."""

    found = Signal(Picture)
    failed = Signal(FacedeskError)
    _sought = Signal(object, object)  # who sought, and what came of it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._finder: _Finder | None = None
        self._sought.connect(self._take)

    def open(self, source: Source | None) -> None:
        """Wishes are for this video from now on; the file is opened with the first one."""
        self.close()
        self._source = source

    def wish(self, time_s: float) -> None:
        """Have the picture of this moment found."""
        if self._source is None:
            return
        if self._finder is None or not self._finder.wish(time_s):
            self._finder = _Finder(self._source, self._sought.emit)
            self._finder.wish(time_s)

    def close(self) -> None:
        """Let go of the file; what is on its way is not told any more."""
        if self._finder is not None:
            self._finder.close()
            self._finder = None

    def _take(self, finder: "_Finder", came: Picture | FacedeskError) -> None:
        if finder is not self._finder:
            return
        signal = self.failed if isinstance(came, FacedeskError) else self.found
        signal.emit(came)


class _Finder:
    """A thread with an open video. It ends by itself when nobody wishes for anything."""

    def __init__(
        self, source: Source, tell: Callable[["_Finder", Picture | FacedeskError], None]
    ) -> None:
        self._source = source
        self._tell = tell
        self._wished_s: float | None = None
        self._ended = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="moments", daemon=True)
        self._thread.start()

    def wish(self, time_s: float) -> bool:
        """Put this wish in the place of the former one; False: the thread has ended."""
        with self._changed:
            self._wished_s = time_s
            self._changed.notify()
            return not self._ended

    def close(self) -> None:
        """End the thread as soon as it can."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def _run(self) -> None:
        try:
            seeker = VideoSeeker(self._source)
        except FacedeskError as error:
            self.close()  # before anybody hears of it, and wishes for another moment
            self._say(error)
            return
        try:
            while (wished_s := self._next_wish()) is not None:
                self._find(seeker, wished_s)
        finally:
            seeker.close()

    def _next_wish(self) -> float | None:
        with self._changed:
            self._changed.wait_for(
                lambda: self._ended or self._wished_s is not None, timeout=_KEPT_OPEN_S
            )
            if self._ended or self._wished_s is None:
                self._ended = True
                return None
            wished_s, self._wished_s = self._wished_s, None
            return wished_s

    def _find(self, seeker: VideoSeeker, wished_s: float) -> None:
        patient_until = time.monotonic() + _PATIENCE_S

        def abandoned() -> bool:
            overtaken = self._wished_s is not None and time.monotonic() > patient_until
            return self._ended or overtaken

        try:
            picture = seeker.picture_at(wished_s, abandoned)
        except FacedeskError as error:
            self._say(error)
        else:
            if picture is not None:
                picture.image.setflags(write=False)
                self._say(picture)

    def _say(self, came: Picture | FacedeskError) -> None:
        try:
            self._tell(self, came)
        except RuntimeError:  # the window is gone, and nobody waits for pictures any more
            self.close()
