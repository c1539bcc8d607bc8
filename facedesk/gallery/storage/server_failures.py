"""Says in facedesk's words what went wrong with the database of a shared gallery."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from facedesk import errors

_log = logging.getLogger(__name__)

# By the beginning of PostgreSQL's code of the error, the longest first.
_CAUSES: dict[str, type[errors.StorageError]] = {
    "25P03": errors.SharedGalleryAway,  # it slept too long in the middle of a transaction
    "40001": errors.GalleryLocked,
    "40P01": errors.GalleryLocked,
    "42501": errors.SharedGalleryRefused,
    "53100": errors.DiskFull,
    "53300": errors.SharedGalleryAway,  # too many connections
    "55P03": errors.GalleryLocked,
    "57014": errors.GalleryLocked,
    "57P": errors.SharedGalleryAway,  # it is shut down, or started up
    "08": errors.SharedGalleryAway,
    "28": errors.SharedGalleryRefused,
    "3D": errors.SharedGalleryRefused,
}
# Of what is said before there is a connection, only words are known.
_REFUSALS = ("authentication failed", "does not exist", "pg_hba.conf", "no password supplied")


@contextmanager
def server_errors(place: str) -> Iterator[None]:
    """Raise what goes wrong with the database at `place` as a StorageError."""
    try:
        yield
    except PoolTimeout as error:
        raise errors.SharedGalleryAway(place=place) from error
    except DBAPIError as error:
        raise _translated(error, place) from error


def _translated(error: DBAPIError, place: str) -> errors.StorageError:
    kind = _kind_of(error)
    # What the server says holds names of people, or of users; its code does not.
    cause = f"{type(error.orig).__name__} {getattr(error.orig, 'sqlstate', None) or ''}".strip()
    if kind is errors.StorageError:
        _log.error("the shared gallery failed: %s", cause)
        return errors.StorageError()
    if kind is not errors.SharedGalleryAway:  # which is tried again and again
        _log.info("the shared gallery: %s (%s)", kind.code, cause)
    return kind(place=place, path=place)


def _kind_of(error: DBAPIError) -> type[errors.StorageError]:
    code = getattr(error.orig, "sqlstate", None)
    if code:
        found = (kind for beginning, kind in _CAUSES.items() if code.startswith(beginning))
        return next(found, errors.StorageError)
    if not error.connection_invalidated and error.statement is not None:
        return errors.StorageError
    refused = any(words in str(error.orig) for words in _REFUSALS)
    return errors.SharedGalleryRefused if refused else errors.SharedGalleryAway
