"""Lets a thread give way to the others."""

import os
import sys
import threading
from contextlib import suppress

_NICER_BY = 5  # 0 is usual, 19 the most


def give_way() -> None:
    """Let this thread, and those that it starts, compute when the others leave time for it.

    Only Linux knows a priority for single threads; elsewhere nothing happens. There is no way back.
    """
    if sys.platform == "linux":
        thread = threading.get_native_id()
        with suppress(OSError):
            niceness = os.getpriority(os.PRIO_PROCESS, thread)
            os.setpriority(os.PRIO_PROCESS, thread, niceness + _NICER_BY)
