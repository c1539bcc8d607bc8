"""Looks at each of many photos once, and keeps what was seen, so that a second run is quick.

What is kept lies in a file for each small batch of photos. It is found again by any run over the
same photos, and not when a photo or the code has changed.
"""

import hashlib
import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from facedesk.paths import make_private_folder
from facedesk.private_file import write_private

_BATCH = 16
_DAMAGED = (ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error)


def seen_once(
    photos: Sequence[Path],
    look: Callable[[Path], np.ndarray | None],
    made_by: str,
    cache: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[np.ndarray | None]:
    """Yield what is seen in each photo, or None.

    look: returns arrays of one shape and dtype; None where there is nothing to see. made_by: names
    the look, and changes whenever that comes to other results. cache: the folder to keep it in.
    progress: told photos done and photos in all, before each photo that must be looked at and
    after those that were kept; whatever it raises ends the work.
    Raises DiskFull, FolderNotWritable.
    """
    done = 0
    for batch in batches(photos):
        kept = cache / f"{digest(batch, made_by)}.npz"
        seen = _kept(kept, len(batch))
        if seen is None:
            seen = []
            for number, path in enumerate(batch, start=done):
                progress(number, len(photos))
                seen.append(look(path))
            _keep(kept, seen)
        done += len(batch)
        progress(done, len(photos))
        yield from seen


def batches(photos: Sequence[Path]) -> Iterator[list[Path]]:
    """Split photos where another folder begins, so that any choice of people finds its batches."""
    for _, group in groupby(photos, key=lambda photo: photo.parent):
        together = list(group)
        for start in range(0, len(together), _BATCH):
            yield together[start : start + _BATCH]


def digest(photos: Sequence[Path], made_by: str) -> str:
    """Return 32 letters for what was made of photos: by what, and each file's place and time."""
    found = hashlib.sha256(made_by.encode())
    for path in photos:
        found.update(os.fsencode(path.resolve()))
        try:
            status = path.stat()
        except OSError:
            continue
        found.update(f"{status.st_size} {status.st_mtime_ns}".encode())
    return found.hexdigest()[:32]


def _kept(file: Path, count: int) -> list[np.ndarray | None] | None:
    """Return what was seen in so many photos; None where it is not there, or damaged."""
    try:
        with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as kept:
            found, features = kept["found"], kept["features"]
    except (OSError, *_DAMAGED):
        return None
    if len(found) != count or len(features) != found.sum():
        return None
    row = iter(features)
    return [next(row) if there else None for there in found]


def _keep(file: Path, seen: list[np.ndarray | None]) -> None:
    make_private_folder(file.parent)
    there = [each for each in seen if each is not None]
    contents = io.BytesIO()
    np.savez(
        contents,
        found=np.array([each is not None for each in seen]),
        features=np.stack(there) if there else np.zeros(0, np.float32),
    )
    write_private(file, contents.getvalue())
