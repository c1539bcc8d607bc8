"""Collects Python's garbage in the thread of the window, and in no other.

Garbage may hold Qt objects. Where another thread comes upon them, Qt for Python deletes them at a
moment when those they belong to may be gone already, and the program crashes.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

_EVERY_MS = 1000
_ALL_EVERY = 60  # times


@contextmanager
def garbage_collected_here(settled: Callable[[], bool]) -> Iterator[None]:
    """Let no thread but this one, which runs Qt's event loop, collect garbage.

    settled: whether all that is there for good has been loaded. Nothing is collected before, and
    what is there then is left out: to go through torch's 300,000 objects would hold the window up.
    """
    collector = _Collector(settled)
    was_enabled = gc.isenabled()
    gc.disable()
    timer = QTimer()
    timer.timeout.connect(collector.collect)
    timer.start(_EVERY_MS)
    try:
        yield
    finally:
        timer.stop()
        if was_enabled:
            gc.enable()


class _Collector:
    def __init__(self, settled: Callable[[], bool]) -> None:
        self._settled = settled
        self._times = 0
        self._frozen = False

    def collect(self) -> None:
        """Collect what is young; now and then, all."""
        if not self._frozen:
            if not self._settled():
                return
            gc.freeze()
            self._frozen = True
        self._times += 1
        gc.collect(2 if self._times % _ALL_EVERY == 0 else 1)
