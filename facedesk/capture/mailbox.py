"""Hands values from one thread to another, the newest only."""

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """One slot. Who is slow to take misses values; nobody ever waits to put one in."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._item: T | None = None
        self._skipped = 0

    @property
    def skipped(self) -> int:
        """How many values were replaced by newer ones before anybody took them."""
        return self._skipped

    def put(self, item: T) -> None:
        """Leave a value in the slot, in place of the one that may be there."""
        with self._changed:
            if self._item is not None:
                self._skipped += 1
            self._item = item
            self._changed.notify()

    def take(self, timeout_s: float) -> T | None:
        """Wait for a value and take it out; None when there is none in time."""
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None, timeout_s)
            item, self._item = self._item, None
            return item

    def clear(self) -> None:
        """Throw away the value that is not wanted any more; it does not count as skipped."""
        with self._changed:
            self._item = None
