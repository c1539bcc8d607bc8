"""What this process takes: memory, threads, open handles. None where the system does not tell."""

import sys
import threading
from pathlib import Path

_MB = 1e6
_STATUS = Path("/proc/self/status")  # Linux
_HANDLES = (Path("/proc/self/fd"), Path("/dev/fd"))  # Linux; macOS


def memory_mb() -> float | None:
    """Return how much memory it holds now, in MB."""
    if sys.platform == "win32":
        return _windows_memory()[1]
    return _linux_kb("VmRSS")


def peak_memory_mb() -> float | None:
    """Return the most memory it ever held, in MB."""
    if sys.platform == "win32":
        return _windows_memory()[0]
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB
    return _linux_kb("VmHWM")


def threads() -> int:
    """Return how many threads it has; beyond Linux only those that Python knows of."""
    found = _linux("Threads")
    return threading.active_count() if found is None else int(found)


def handles() -> int | None:
    """Return how many files, sockets and the like it has open."""
    if sys.platform == "win32":
        return _windows_handles()
    for folder in _HANDLES:
        if folder.is_dir():
            return sum(1 for _ in folder.iterdir()) - 1  # the listing itself is one of them
    return None


def _linux_kb(name: str) -> float | None:
    found = _linux(name)
    return None if found is None else int(found.split()[0]) * 1024 / _MB


def _linux(name: str) -> str | None:
    if not _STATUS.exists():
        return None
    for line in _STATUS.read_text("utf-8").splitlines():
        key, _, value = line.partition(":")
        if key == name:
            return value.strip()
    return None


def _windows_memory() -> tuple[float, float]:
    """Return the peak of the working set, and what it is now (PROCESS_MEMORY_COUNTERS)."""
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = [
            ("size", wintypes.DWORD),
            ("page_faults", wintypes.DWORD),
            ("peak_working_set", ctypes.c_size_t),
            ("working_set", ctypes.c_size_t),
            ("others", ctypes.c_size_t * 6),
        ]

    counters = Counters(size=ctypes.sizeof(Counters))
    kernel = ctypes.windll.kernel32
    this = wintypes.HANDLE(kernel.GetCurrentProcess())
    kernel.K32GetProcessMemoryInfo(this, ctypes.byref(counters), counters.size)
    return counters.peak_working_set / _MB, counters.working_set / _MB


def _windows_handles() -> int:
    import ctypes
    from ctypes import wintypes

    count = wintypes.DWORD()
    kernel = ctypes.windll.kernel32
    this = wintypes.HANDLE(kernel.GetCurrentProcess())
    kernel.GetProcessHandleCount(this, ctypes.byref(count))
    return count.value
