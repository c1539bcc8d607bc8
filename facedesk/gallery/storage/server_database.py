"""The database of a gallery that several desks share, on a server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from facedesk import errors
from facedesk.database_address import DatabaseAddress
from facedesk.gallery import rows
from facedesk.gallery.protection.protection_rows import key_id
from facedesk.gallery.storage import postgresql, schema
from facedesk.gallery.storage.database import Database
from facedesk.gallery.storage.server_failures import server_errors


def open_server_database(address: DatabaseAddress) -> "ServerDatabase":
    """Open the database of a shared gallery, with its tables made or up to date.

    Raises SharedGalleryAway, SharedGalleryRefused, NotAGallery, GalleryTooNew,
    DatabaseDriverMissing.
    """
    engine, place = postgresql.postgresql_engine(address), str(address)
    try:
        with server_errors(place), _is_a_gallery(place):
            _bring_up_to_date(engine, place)
        return ServerDatabase(engine, place)
    except BaseException:
        engine.dispose()
        raise


@dataclass(frozen=True)
class Found:
    """What a look at a shared gallery shows. people: how many are enrolled."""

    people: int
    protected: bool


def look_at(address: DatabaseAddress) -> Found | None:
    """Return what a shared gallery holds, None where there is none yet.

    Changes nothing. Raises as open_server_database does.
    """
    engine, place = postgresql.postgresql_engine(address), str(address)
    try:
        with (
            server_errors(place),
            _is_a_gallery(place),
            postgresql.reading(engine).connect() as connection,
        ):
            if schema.version(connection, place) is None:
                return None
            return Found(rows.count(connection), key_id(connection) is not None)
    finally:
        engine.dispose()


class ServerDatabase(Database):
    """Transactions as of a file: writers wait for each other, readers see one moment.

    newest_revision: the newest that is known, without asking the server.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        """Take an engine whose tables are up to date; use open_server_database()."""
        super().__init__(place)
        self.engine = engine
        self._lock = threading.Lock()
        self.newest_revision = 0
        with self.reading() as connection:
            self.note_revision(rows.revision(connection))

    def close(self) -> None:
        """Let go of all connections, when no thread uses them any more."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See the gallery at one moment."""
        with (
            server_errors(self.path),
            postgresql.reading(self.engine).connect() as connection,
        ):
            yield connection

    @contextmanager
    def writing(self, counted: bool = True) -> Iterator[Connection]:
        """Change the gallery: all that the block does, or nothing if it raises.

        counted: whether other desks are told.
        """
        with server_errors(self.path), self.engine.begin() as connection:
            postgresql.wait_for_turn(connection)
            yield connection
            if counted:
                rows.count_revision(connection)
                revision = rows.revision(connection)
                postgresql.announce(connection, revision)
        if counted:
            self.note_revision(revision)

    def note_revision(self, revision: int) -> None:
        """Remember that there is this one."""
        with self._lock:
            self.newest_revision = max(self.newest_revision, revision)

    def wipe(self) -> None:
        """Leave it to the server, which uses the space of what was removed again."""


def _bring_up_to_date(engine: Engine, place: str) -> None:
    with postgresql.reading(engine).connect() as connection:
        if schema.version(connection, place) == schema.NEWEST:
            return
    with engine.begin() as connection:
        postgresql.take_time(connection)
        postgresql.wait_for_turn(connection)
        # Asked again, since another desk may have been faster.
        if schema.version(connection, place) != schema.NEWEST:
            schema.migrate(connection, place)


@contextmanager
def _is_a_gallery(place: str) -> Iterator[None]:
    try:
        yield
    except errors.GalleryDamaged as error:
        raise errors.NotAGallery(place=place) from error
