"""The record of who was seen: kept in the gallery, and forgotten when it is time."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from facedesk import errors
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.rows import person_with, set_wipe_due
from facedesk.gallery.sightings import sighting_changes, sighting_rows
from facedesk.gallery.sightings.sighting import RecordedSighting, SightingFilter, SightingNote
from facedesk.gallery.storage.database import Database
from facedesk.matching.decision import Answer

_PAGE = 1000  # sightings read at a time where all are wanted
_REMOVED_AT_ONCE = 2000  # so that nobody who wants to write waits for long


class Sightings:
    """The sightings of a gallery. May be used from any thread, and by several programs at once.

    Every change is complete and on the disk when its method returns; if it raises, nothing has
    changed. Any method may raise StorageError. A sighting goes with its person.
    """

    def __init__(self, database: Database) -> None:
        """Take the database of an open gallery."""
        self._database = database

    # Reading ------------------------------------------------------------------------------------

    def revision(self) -> int:
        """Return a number that grows with every change of sightings, whoever makes it."""
        with self._database.reading() as connection:
            return sighting_rows.revision(connection)

    def page(
        self, wanted: SightingFilter, after: RecordedSighting | None = None, most: int = 200
    ) -> list[RecordedSighting]:
        """Return the newest sightings that are wanted; with `after`, those that follow that one."""
        with self._database.reading() as connection:
            return sighting_rows.page(connection, wanted, after, most)

    def all(self, wanted: SightingFilter) -> Iterator[RecordedSighting]:
        """Return every sighting that is wanted, the newest first, read as they are needed."""
        last = None
        while found := self.page(wanted, last, _PAGE):
            yield from found
            last = found[-1]

    def thumbnail(self, sighting_id: int) -> StoredPhoto:
        """Return the best picture of a sighting. Raises SightingGone when there is none."""
        with self._database.reading() as connection:
            seal = self._database.seal_in(connection)
            found = sighting_rows.thumbnail(connection, seal, sighting_id)
        if found is None:
            raise errors.SightingGone
        return found

    # Writing ------------------------------------------------------------------------------------

    def write(self, notes: Sequence[SightingNote], withdrawn: Sequence[bytes] = ()) -> None:
        """Add sightings or bring them up to date, and take back others, by their keys.

        Whatever is written twice is there once. What the user has forgotten or corrected in the
        meantime stays so.
        """
        with self._database.writing(counted=False) as connection:
            self._write(connection, notes, withdrawn)

    def attribute(self, sighting_id: int, person_id: int | None) -> None:
        """Say who was seen: a person, or None for a stranger. Raises PersonGone, SightingGone."""
        decision = Answer.UNKNOWN if person_id is None else Answer.KNOWN
        with self._database.writing(counted=False) as connection:
            if person_id is not None:
                person_with(connection, person_id)
            if not sighting_changes.attribute(connection, sighting_id, person_id, decision):
                raise errors.SightingGone
            sighting_changes.count_revision(connection)

    def take_back_name(self, person_id: int, since: datetime) -> int | None:
        """Make a stranger's of the newest sighting of a person, if it lasted until `since`.

        Return its id, None when there is none such.
        """
        newest = self.page(SightingFilter(person_id=person_id), most=1)
        if not newest or newest[0].ended_at < since:
            return None
        self.attribute(newest[0].id, None)
        return newest[0].id

    def forget(self, sighting_ids: Sequence[int]) -> None:
        """Remove sightings, and what they showed. One that is gone already stays gone.

        What they leave in the file goes with the next wipe(), for which there is reason now.
        """
        with self._database.writing(counted=False) as connection:
            sighting_changes.remove(connection, sighting_ids)
            set_wipe_due(connection, True)
            sighting_changes.count_revision(connection)

    def expire(self, people_before: datetime, strangers_before: datetime) -> int:
        """Forget sightings that ended before these moments; return how many."""
        limits = ((False, people_before), (True, strangers_before))
        return sum(self._expire(strangers, before) for strangers, before in limits)

    def wipe(self) -> None:
        """Leave no trace of what was removed, which takes longer the larger the file is."""
        self._database.wipe()

    def _write(
        self, connection: Connection, notes: Sequence[SightingNote], withdrawn: Sequence[bytes]
    ) -> None:
        seal = self._database.seal_in(connection)
        sighting_changes.write(connection, seal, notes)
        if sighting_changes.withdraw(connection, withdrawn):
            set_wipe_due(connection, True)
        sighting_changes.count_revision(connection)

    def _expire(self, strangers: bool, before: datetime) -> int:
        count = 0
        while ids := self._outdated(strangers, before):
            self.forget(ids)
            count += len(ids)
        return count

    def _outdated(self, strangers: bool, before: datetime) -> list[int]:
        with self._database.reading() as connection:
            return sighting_rows.outdated(connection, strangers, before, _REMOVED_AT_ONCE)
