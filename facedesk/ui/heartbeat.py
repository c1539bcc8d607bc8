"""Measures how long the thread of the window is held up."""

import time
from collections import Counter

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY_MS = 10


class Heartbeat(QObject):
    """Ticks on the thread of the window, and notes the times between its ticks.

    Who is held up for so long comes to the next tick that late: a time between two ticks is at most
    one interval longer than what held the window up.
    """

    def __init__(self, parent: QObject | None = None, interval_ms: int = _EVERY_MS) -> None:
        super().__init__(parent)
        self._times_ms: Counter[int] = Counter()  # rounded, so that a long day needs no more room
        self._last_s = 0.0
        self._timer = QTimer(self, interval=interval_ms, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin, or begin anew."""
        self._times_ms.clear()
        self._last_s = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Note no more."""
        self._timer.stop()

    @property
    def longest_ms(self) -> int:
        """The longest time between two ticks, 0 before the first."""
        return max(self._times_ms, default=0)

    def percentile_ms(self, percent: float) -> int:
        """Return the time that so many percent of the times between two ticks do not exceed."""
        wanted = self._times_ms.total() * percent / 100
        for time_ms in sorted(self._times_ms):
            wanted -= self._times_ms[time_ms]
            if wanted <= 0:
                return time_ms
        return 0

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self._times_ms[round((now_s - self._last_s) * 1000)] += 1
        self._last_s = now_s
