"""Splits photos into small batches, and names what is kept of each, so that no work is done twice.

Files named so are found again by any run over the same photos, and not when a photo has changed.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

_BATCH = 16


def batches(photos: Sequence[Path]) -> Iterator[list[Path]]:
    """Split photos where another folder begins, so that any choice of people finds its batches."""
    for _, group in groupby(photos, key=lambda photo: photo.parent):
        together = list(group)
        for start in range(0, len(together), _BATCH):
            yield together[start : start + _BATCH]


def digest(photos: Sequence[Path], made_by: str) -> str:
    """Return 32 letters for what was made of photos: by which code, and each one's place and time.

    made_by: changes whenever the code comes to other results.
    """
    found = hashlib.sha256(made_by.encode())
    for path in photos:
        found.update(os.fsencode(path.resolve()))
        try:
            status = path.stat()
        except OSError:
            continue
        found.update(f"{status.st_size} {status.st_mtime_ns}".encode())
    return found.hexdigest()[:32]
