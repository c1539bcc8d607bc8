"""How long a task will still take."""

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

_REMEMBERED = 100  # steps: what was quick, since it was done before, is soon forgotten
_FIRST_WORDS_S = 3.0  # earlier, a guess would jump about


class TimeLeft:
    """Guesses from the pace of the last steps."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """clock: seconds."""
        self._clock = clock
        self._began = clock()
        self._steps: deque[tuple[float, int]] = deque(maxlen=_REMEMBERED)

    def seconds(self, done: int, total: int) -> float | None:
        """Note that so much is done; return the seconds to go, None while nobody can tell."""
        now = self._clock()
        self._steps.append((now, done))
        before, first = self._steps[0]
        if now - self._began < _FIRST_WORDS_S or done <= first:
            return None
        return (total - done) * (now - before) / (done - first)


def time_left_words(seconds: float) -> str:
    """Return a time as people say it."""
    if seconds < 60:
        return QCoreApplication.translate("TimeLeft", "less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return QCoreApplication.translate("TimeLeft", "about {n} min left").format(n=minutes)
    hours, minutes = divmod(minutes, 60)
    text = QCoreApplication.translate("TimeLeft", "about {h} h {n} min left")
    return text.format(h=hours, n=minutes)
