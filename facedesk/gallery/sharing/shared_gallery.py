"""A gallery that several desks share."""

from hashlib import sha256
from pathlib import Path

from facedesk.database_address import DatabaseAddress
from facedesk.gallery import rows
from facedesk.gallery.person import GalleryTemplates
from facedesk.gallery.sharing.listener import Listener
from facedesk.gallery.sharing.outbox import Outbox
from facedesk.gallery.sharing.shared_key import unlock_shared
from facedesk.gallery.sharing.shared_sightings import SharedSightings
from facedesk.gallery.storage.server_database import ServerDatabase, open_server_database
from facedesk.gallery.store import Gallery


def open_shared_gallery(
    address: DatabaseAddress, folder: Path, passphrase: str | None = None
) -> "SharedGallery":
    """Open the gallery on a server, or make it there.

    folder: of this desk, where sightings wait while the server is away. Raises as
    open_server_database, unlock_shared and Outbox do.
    """
    database = open_server_database(address)
    try:
        unlock_shared(database, passphrase)
        with database.reading() as connection:
            seal = database.seal_in(connection)
        outbox = Outbox(folder / f"outbox-{_mark(address)}.sqlite3", seal)
    except BaseException:
        database.close()
        raise
    return SharedGallery(database, outbox)


class SharedGallery(Gallery):
    """Hears of what other desks change, and remembers the templates while the server is away.

    A thread listens to the server and reads again what was changed, so that neither revision() nor
    templates_since() waits for the network.
    """

    def __init__(self, database: ServerDatabase, outbox: Outbox) -> None:
        """Take an open database and listen; use open_shared_gallery()."""
        super().__init__(database)
        self._sightings = SharedSightings(database, outbox)
        self._memory: dict[str, GalleryTemplates] = {}  # by encoder
        self._listener = Listener(database.engine, str(database.path), self._look)
        self._listener.start()

    def close(self) -> None:
        """Deliver what waits, if the server is there; listen no more, and let go of it."""
        self._sightings.stop()
        self._listener.stop()
        super().close()

    @property
    def reachable(self) -> bool:
        """Whether the server has answered lately."""
        return self._listener.reachable

    @property
    def sightings(self) -> SharedSightings:
        """The record of who was seen, at all desks."""
        return self._sightings

    def revision(self) -> int:
        """Return the number of the newest change that is known."""
        return self.database.newest_revision

    def templates_since(self, revision: int | None, encoder_id: str) -> GalleryTemplates | None:
        """Return the templates as they were read last; None when they are of this revision.

        Waits for the network only the first time.
        """
        found = self._memory.get(encoder_id)
        if found is None:
            found = self._memory[encoder_id] = self.templates(encoder_id)
        return None if found.revision == revision else found

    def _look(self) -> None:
        """Read again what has changed, in the thread that listens."""
        with self.database.reading() as connection:
            newest = rows.revision(connection)
        try:
            for encoder_id, found in list(self._memory.items()):
                if found.revision != newest:
                    self._memory[encoder_id] = self.templates(encoder_id)
        finally:
            self.database.note_revision(newest)


def _mark(address: DatabaseAddress) -> str:
    """Return what tells a database from others, so that each has an outbox of its own."""
    return sha256(str(address).encode()).hexdigest()[:16]
