"""The record of a shared gallery: what a desk notes is delivered when the server is there."""

import logging
import threading
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from facedesk.errors import StorageError
from facedesk.gallery.sharing.outbox import Batch, Outbox
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.gallery.storage import tables
from facedesk.gallery.storage.database import Database

_log = logging.getLogger(__name__)
_AGAIN_S = 1.0  # between two attempts
_STOP_S = 4.0  # longer than a connection may take


class SharedSightings(Sightings):
    """Writes to the disk of this desk first; a thread delivers it, in order and exactly once.

    The server remembers the last batch of each desk, in the same transaction that stores it: one
    that is delivered again, since a desk was stopped before it could forget it, is passed over.
    """

    def __init__(self, database: Database, outbox: Outbox) -> None:
        """Take the database of an open gallery, and begin to deliver."""
        super().__init__(database)
        self._outbox = outbox
        self._stopping = threading.Event()
        self._waiting = threading.Event()
        self._waiting.set()  # of an earlier start, perhaps
        self._in_trouble = False
        self._thread = threading.Thread(target=self._deliver_on, name="outbox", daemon=True)
        self._thread.start()

    def write(self, notes: Sequence[SightingNote], withdrawn: Sequence[bytes] = ()) -> None:
        """Keep what is to be written until it is delivered; does not wait for the server."""
        self._outbox.put(notes, withdrawn)
        self._waiting.set()

    def stop(self) -> None:
        """Try once more to deliver what waits, within a time limit; the rest waits on the disk."""
        self._stopping.set()
        self._waiting.set()
        self._thread.join(_STOP_S)

    def _deliver_on(self) -> None:
        while not self._stopping.is_set():
            self._waiting.wait()
            self._waiting.clear()
            try:
                self._deliver_all()
                self._in_trouble = False
            except StorageError as error:
                if not self._in_trouble:
                    _log.info("sightings wait to be delivered: %s", error.code)
                self._in_trouble = True
                self._stopping.wait(_AGAIN_S)
                self._waiting.set()

    def _deliver_all(self) -> None:
        while (batch := self._outbox.first()) is not None:
            self._deliver(batch)
            self._outbox.remove(batch.number)

    def _deliver(self, batch: Batch) -> None:
        with self._database.writing(counted=False) as connection:
            if _is_new(connection, self._outbox.id, batch.number):
                self._write(connection, batch.notes, batch.withdrawn)


def _is_new(connection: Connection, outbox_id: str, number: int) -> bool:
    """Note that a batch is delivered; return whether it was not before."""
    delivery = tables.delivery
    of_it = delivery.c.outbox == outbox_id
    last = connection.execute(select(delivery.c.number).where(of_it)).scalar_one_or_none()
    if last is None:
        connection.execute(insert(delivery).values(outbox=outbox_id, number=number))
    elif last < number:
        connection.execute(update(delivery).where(of_it).values(number=number))
    return last is None or last < number
