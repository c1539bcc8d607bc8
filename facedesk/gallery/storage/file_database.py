"""The file of a gallery: its transactions, and how it is wiped."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from facedesk import errors, paths
from facedesk.gallery import rows
from facedesk.gallery.storage.backup import drop_backup
from facedesk.gallery.storage.database import Database
from facedesk.gallery.storage.failures import storage_errors
from facedesk.gallery.storage.schema import bring_up_to_date
from facedesk.gallery.storage.sqlite import create_private_file, sqlite_engine, wipe, writing

_log = logging.getLogger(__name__)


def open_database(path: Path) -> "FileDatabase":
    """Open the file of a gallery, or create it, with its tables up to date.

    Raises FolderNotWritable, DiskFull, GalleryLocked, GalleryDamaged, GalleryTooNew.
    """
    paths.make_private_folder(path.parent)
    create_private_file(path)
    engine = sqlite_engine(path)
    try:
        with storage_errors(path):
            bring_up_to_date(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return FileDatabase(engine, path)


class FileDatabase(Database):
    """A file on this computer.

    Transactions raise GalleryGone while another file, or none, is in the place of the one that was
    opened, for what is written then would be lost.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        """Take an engine whose tables are up to date; use open_database()."""
        super().__init__(path)
        self._engine = engine
        self._file = _identity(path)

    def close(self) -> None:
        """Let go of the file, when no thread uses it any more."""
        # Traces may be left of a former name, or where a removal was interrupted.
        self.wipe()
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See the file at one moment."""
        self._check_file()
        with storage_errors(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, counted: bool = True) -> Iterator[Connection]:
        """Change the file: all that the block does, or nothing if it raises.

        counted: whether it is a change of people, whom others then read again.
        """
        self._check_file()
        with storage_errors(self.path), writing(self._engine).begin() as connection:
            yield connection
            if counted:
                rows.count_revision(connection)

    def wipe(self) -> None:
        """Leave no trace of what was removed; when that can't be done now, closing tries again."""
        try:
            with self.reading() as connection:
                due = rows.wipe_due(connection)
            if not due:
                return
            drop_backup(self.path)
            with storage_errors(self.path):
                wipe(self._engine, lambda connection: rows.set_wipe_due(connection, False))
        except errors.StorageError as error:
            # Not the caller's concern: what they asked for is done.
            _log.info("traces of what was removed can't be wiped now: %s", error)

    def _check_file(self) -> None:
        if _identity(self.path) != self._file:
            raise errors.GalleryGone(path=self.path)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from all others, None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
