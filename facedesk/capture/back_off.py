"""How long to wait before a lost source is opened again."""

import time
from collections.abc import Callable

from facedesk.capture.reading import CaptureLimits


class BackOff:
    """Waits ever longer, but no longer once the device has been plugged in again.

    is_connected: whether the device is there; None where that is not known.
    """

    def __init__(self, limits: CaptureLimits, is_connected: Callable[[], bool | None]) -> None:
        self._limits = limits
        self._is_connected = is_connected
        self._was_connected: bool | None = None
        self._wait_s = limits.shortest_wait_s

    def begin_anew(self) -> None:
        """Wait for as short as the first time: the source has sent something."""
        self._wait_s = self._limits.shortest_wait_s

    def wait(self, pause: Callable[[float], bool]) -> bool:
        """Wait until it is time to try; return False as soon as a pause (of seconds) does.

        A device that is there all the time, such as one that another program uses, is no reason to
        hurry; one that comes back is.
        """
        ends_at = time.monotonic() + self._wait_s
        self._wait_s = min(2 * self._wait_s, self._limits.longest_wait_s)
        while not self._has_come_back() and (left_s := ends_at - time.monotonic()) > 0:
            if not pause(min(left_s, self._limits.look_s)):
                return False
        return True

    def _has_come_back(self) -> bool:
        before, self._was_connected = self._was_connected, self._is_connected()
        if before is not False or not self._was_connected:
            return False
        self.begin_anew()  # the system may need a moment before it can be opened
        return True
