"""Writes files that only the user may read: all of a file or, if that fails, nothing of it."""

import errno
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from facedesk import errors

_log = logging.getLogger(__name__)


def write_private(
    path: Path, data: bytes, failure: type[errors.StorageError] = errors.StorageError
) -> None:
    """Put a file in the place of the former one, which stays when that can't be done.

    Raises DiskFull, FolderNotWritable, and `failure` for whatever else went wrong.
    """
    try:
        with replacing(path) as file:
            file.write(data)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise errors.DiskFull from error
        if isinstance(error, (PermissionError, FileNotFoundError, NotADirectoryError)):
            raise errors.FolderNotWritable(path=path.parent) from error
        _log.info("a file can't be written: %s", error.strerror)
        raise failure from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Write beside a file, then move over it, unless the block raises. Raises OSError."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
