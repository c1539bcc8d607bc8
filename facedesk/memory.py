"""Tells how much memory is left, before the system ends the program."""

from pathlib import Path

_STATUS = Path("/proc/meminfo")  # Linux, which else promises more than there is


def available() -> int | None:
    """Return how many bytes programs can still have, None where the system does not tell."""
    if not _STATUS.exists():
        return None
    for line in _STATUS.read_text("utf-8").splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None
