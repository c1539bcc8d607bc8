"""Says that memory is too small, before the system ends the program or in the place of a crash."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from facedesk.errors import TooLittleMemory
from facedesk.memory import available

_ROOM = 1.1  # a part of it is for everything else


def demand(size: int) -> None:
    """Refuse work that takes more bytes than are left. Raises TooLittleMemory."""
    left = available()
    if left is not None and size * _ROOM > left:
        raise TooLittleMemory


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
