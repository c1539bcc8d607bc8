"""Says that memory is too small, before the system ends the program or in the place of a crash."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch

from facedesk.errors import TooLittleMemory

_STATUS = Path("/proc/meminfo")  # Linux, which else promises more than there is
_ROOM = 1.1  # a part of it is for everything else


def demand(size: int) -> None:
    """Refuse work that takes more bytes than are left. Raises TooLittleMemory."""
    left = available()
    if left is not None and size * _ROOM > left:
        raise TooLittleMemory


def available() -> int | None:
    """Return how many bytes programs can still have, None where the system does not tell."""
    if not _STATUS.exists():
        return None
    for line in _STATUS.read_text("utf-8").splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


@contextmanager
def memory_told() -> Iterator[None]:
    """Turn what numpy and torch say when memory is used up into TooLittleMemory."""
    try:
        yield
    except (MemoryError, torch.OutOfMemoryError) as error:
        raise TooLittleMemory from error
    except RuntimeError as error:
        if "can't allocate memory" in str(error) or "not enough memory" in str(error):
            raise TooLittleMemory from error
        raise
