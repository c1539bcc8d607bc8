"""Says in facedesk's words what went wrong in the database."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from sqlalchemy.exc import DBAPIError

from facedesk import errors

_log = logging.getLogger(__name__)

# By what SQLite says, since Python 3.10 does not pass on its error codes.
_CAUSES: dict[str, type[errors.StorageError]] = {
    "database or disk is full": errors.DiskFull,
    "database is locked": errors.GalleryLocked,
    "database table is locked": errors.GalleryLocked,
    "locking protocol": errors.GalleryLocked,
    "file is not a database": errors.GalleryDamaged,
    "malformed": errors.GalleryDamaged,
    "unable to open database file": errors.FolderNotWritable,
    "readonly database": errors.FolderNotWritable,
}
# Said, too, when the disk has no room for the index of the journal, which takes 32 KiB.
_MAYBE_FULL = "disk I/O error"
_LEAST_ROOM = 32_768


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Raise what goes wrong with the database at `path` as a StorageError."""
    try:
        yield
    except DBAPIError as error:
        raise storage_error(str(error.orig), path) from error
    except sqlite3.Error as error:
        raise storage_error(str(error), path) from error


def storage_error(cause: str, path: Path) -> errors.StorageError:
    """Return what to say when SQLite says `cause` of the database at `path`."""
    if _MAYBE_FULL in cause and disk_usage(path.parent).free < _LEAST_ROOM:
        cause = "database or disk is full"
    for words, kind in _CAUSES.items():
        if words in cause:
            _log.info("the gallery %s: %s", path, cause)
            return kind(path=path.parent if kind is errors.FolderNotWritable else path)
    _log.error("the gallery %s failed: %s", path, cause)
    return errors.StorageError(path=path)
