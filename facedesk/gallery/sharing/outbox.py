"""Sightings on their way to a shared gallery: they wait on this desk's disk."""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from facedesk import paths
from facedesk.errors import SealBroken
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.sharing.note_format import is_notes, notes_as_bytes, notes_from_bytes
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.gallery.storage.failures import storage_errors
from facedesk.gallery.storage.sqlite import create_private_file

_log = logging.getLogger(__name__)
_KIND = "waiting sightings"
_TABLES = """
CREATE TABLE IF NOT EXISTS outbox (id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS batch (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    sealed BLOB NOT NULL
);
"""


@dataclass(frozen=True)
class Batch:
    """What one write holds. number: grows from batch to batch, and is never used again."""

    number: int
    notes: tuple[SightingNote, ...]
    withdrawn: tuple[bytes, ...]


class Outbox:
    """A file of its own. May be used from any thread, and by several programs at once.

    What was put into it is on the disk when put() returns, sealed. Methods raise StorageError.
    id: tells the outboxes of all desks apart.
    """

    def __init__(self, path: Path, seal: Seal) -> None:
        self._path = path
        self._seal = seal
        paths.make_private_folder(path.parent)
        create_private_file(path)
        with self._connected() as connection:
            connection.executescript(_TABLES)
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("SELECT id FROM outbox").fetchone() is None:
                connection.execute("INSERT INTO outbox VALUES (?)", (uuid4().hex,))
            connection.execute("COMMIT")
            (self.id,) = connection.execute("SELECT id FROM outbox").fetchone()

    def put(self, notes: Sequence[SightingNote], withdrawn: Sequence[bytes]) -> None:
        """Keep a batch until it is removed."""
        sealed = self._seal.seal(notes_as_bytes(notes, withdrawn), _KIND)
        with self._connected() as connection:
            connection.execute("INSERT INTO batch (sealed) VALUES (?)", (sealed,))

    def first(self) -> Batch | None:
        """Return what has waited for longest, None when nothing waits.

        What can't be read any more, since the gallery has another key now, is dropped.
        """
        wanted = "SELECT number, sealed FROM batch ORDER BY number LIMIT 1"
        while True:
            with self._connected() as connection:
                found = connection.execute(wanted).fetchone()
            if found is None:
                return None
            number, sealed = found
            try:
                return Batch(number, *notes_from_bytes(self._opened(sealed)))
            except (SealBroken, ValueError):
                _log.error("sightings that waited can't be read any more, and are dropped")
                self.remove(number)

    def remove(self, number: int) -> None:
        """Forget a batch that was delivered; it is overwritten."""
        with self._connected() as connection:
            connection.execute("DELETE FROM batch WHERE number = ?", (number,))

    def _opened(self, stored: bytes) -> bytes:
        # What was put before the gallery was protected is not sealed.
        return stored if is_notes(stored) else self._seal.open(stored, _KIND)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """Connect for one change, which is complete at once."""
        with (
            storage_errors(self._path),
            closing(sqlite3.connect(self._path, isolation_level=None)) as connection,
        ):
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA synchronous = FULL")
            yield connection
