"""Says in facedesk's words what went wrong in the database."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Raise what goes wrong with the database at `path` as a StorageError."""
    try:
        yield
    except DBAPIError as error:
        raise _translated(str(error.orig), path) from error
    except sqlite3.Error as error:
        raise _translated(str(error), path) from error


def _translated(cause: str, path: Path) -> errors.StorageError:
    for words, kind in _CAUSES.items():
        if words in cause:
            _log.info("the gallery %s: %s", path, cause)
            return kind(path=path.parent if kind is errors.FolderNotWritable else path)
    _log.error("the gallery %s failed: %s", path, cause)
    return errors.StorageError(path=path)
