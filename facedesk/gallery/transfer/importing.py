"""Takes people over from a file that was exported: first a plan, then all of it or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import Connection

from facedesk import errors
from facedesk.gallery import avatar_rows, copy_rows, photo_rows, rows
from facedesk.gallery.names import LONGEST_NAME, name_key
from facedesk.gallery.person import Person
from facedesk.gallery.person_copy import PersonCopy
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.store import Gallery
from facedesk.gallery.transfer.export_format import people_from_bytes
from facedesk.gallery.transfer.sealed_file import SealedFile

_MOST_FACES = 200  # of clashes; a plan shall not hold a whole gallery
Progress = Callable[[int, int], None]


class Standing(Enum):
    """What somebody in the file is to the gallery.

    NEW: nobody has their name. SAME: they are here, with the same pictures. CLASH: somebody of
    their name is here, with other pictures.
    """

    NEW = "new"
    SAME = "same"
    CLASH = "clash"


class OnClash(Enum):
    """What is done about a clash: keep mine, take theirs, or keep both, theirs by a new name."""

    KEEP = "keep"
    REPLACE = "replace"
    BOTH = "both"


class Outcome(Enum):
    """What became of somebody in the file."""

    ADDED = "added"
    SAME = "same"
    KEPT = "kept"
    REPLACED = "replaced"
    RENAMED = "renamed"


@dataclass(frozen=True)
class Incoming:
    """Somebody in the file. mine: who has their name here. face: theirs, of the first clashes."""

    name: str
    enrolled_at: datetime
    photos: int
    standing: Standing
    mine: Person | None = None
    face: StoredPhoto | None = None


@dataclass(frozen=True)
class ImportPlan:
    """What a file holds, all of it authenticated, beside a gallery of this revision."""

    file: SealedFile
    made_at: datetime
    revision: int
    people: tuple[Incoming, ...]

    @property
    def clashes(self) -> tuple[Incoming, ...]:
        """Those about whom the user decides."""
        return self.of(Standing.CLASH)

    def of(self, standing: Standing) -> tuple[Incoming, ...]:
        """Those of one standing."""
        return tuple(person for person in self.people if person.standing is standing)


@dataclass(frozen=True)
class Imported:
    """What became of somebody. name: in the file; kept_as: in the gallery."""

    name: str
    outcome: Outcome
    kept_as: str


def plan_import(gallery: Gallery, file: SealedFile, progress: Progress) -> ImportPlan:
    """Read the whole file, and say what it would bring; nothing is changed.

    progress: told how many are read, and how many there are; what it raises ends the reading.
    Raises ExportMissing, ExportDamaged, StorageError.
    """
    people: list[Incoming] = []
    faces = 0
    with gallery.database.reading() as connection:
        seal = gallery.database.seal_in(connection)
        revision = rows.revision(connection)
        head, copies = people_from_bytes(file.content())
        for copy in copies:
            progress(len(people), head.people)
            incoming = _compared(connection, seal, copy, with_face=faces < _MOST_FACES)
            faces += incoming.face is not None
            people.append(incoming)
    return ImportPlan(file, head.made_at, revision, tuple(people))


def carry_out(
    gallery: Gallery, plan: ImportPlan, choices: Mapping[str, OnClash], progress: Progress
) -> tuple[Imported, ...]:
    """Take over what was planned, all of it or, if anything goes wrong, nothing.

    choices: by name, as in the file; where there is none, mine is kept. progress: as above.
    Raises GalleryChanged when the plan is no longer true, ExportMissing, ExportDamaged,
    StorageError.
    """
    done: list[Imported] = []
    with gallery.database.writing() as connection:
        if rows.revision(connection) != plan.revision:
            raise errors.GalleryChanged
        taking = _Taking(connection, gallery.database.seal_in(connection), plan)
        _, copies = people_from_bytes(plan.file.content())
        for incoming, copy in zip(plan.people, copies, strict=True):
            progress(len(done), len(plan.people))
            done.append(taking.take(incoming, copy, choices.get(copy.name, OnClash.KEEP)))
    gallery.database.wipe()
    return tuple(done)


class _Taking:
    """Takes people over, one after the other, in one transaction."""

    def __init__(self, connection: Connection, seal: Seal, plan: ImportPlan) -> None:
        self._connection = connection
        self._seal = seal
        self._coming = {name_key(person.name) for person in plan.people}

    def take(self, incoming: Incoming, copy: PersonCopy, on_clash: OnClash) -> Imported:
        """Do what is to be done about one person."""
        name = copy.name
        if incoming.standing is Standing.SAME:
            return Imported(name, Outcome.SAME, incoming.mine.name)
        if incoming.standing is Standing.NEW:
            self._add(copy, name)
            return Imported(name, Outcome.ADDED, name)
        if on_clash is OnClash.KEEP:
            return Imported(name, Outcome.KEPT, incoming.mine.name)
        if on_clash is OnClash.REPLACE:
            self._replace(incoming.mine.id, copy)
            return Imported(name, Outcome.REPLACED, name)
        other_name = self._free_name(name)
        self._add(copy, other_name)
        return Imported(name, Outcome.RENAMED, other_name)

    def _add(self, copy: PersonCopy, name: str) -> None:
        copy_rows.add_copy(self._connection, self._seal, copy, name)

    def _replace(self, person_id: int, copy: PersonCopy) -> None:
        """Make of a person who they are in the file; they keep their id, and so their sightings."""
        photo_rows.remove_photos(self._connection, person_id)
        avatar_rows.remove_avatar(self._connection, person_id)
        rows.rewrite_person(self._connection, person_id, copy.name, copy.consent, copy.enrolled_at)
        copy_rows.add_pictures(self._connection, self._seal, person_id, copy)

    def _free_name(self, name: str) -> str:
        """Return a name that nobody has, neither here nor in the file."""
        number = 2
        while True:
            suffix = f" ({number})"
            free = name[: LONGEST_NAME - len(suffix)].rstrip() + suffix
            if name_key(free) not in self._coming and _called(self._connection, free) is None:
                return free
            number += 1


def _compared(connection: Connection, seal: Seal, copy: PersonCopy, with_face: bool) -> Incoming:
    mine = _called(connection, copy.name)
    standing, face = Standing.NEW, None
    if mine is not None:
        here = copy_rows.copy_of(connection, seal, mine.id)
        standing = Standing.SAME if here.fingerprint == copy.fingerprint else Standing.CLASH
    if standing is Standing.CLASH and with_face:
        face = copy.avatar or copy.pictures[0]
    return Incoming(copy.name, copy.enrolled_at, copy.photos, standing, mine, face)


def _called(connection: Connection, name: str) -> Person | None:
    try:
        return rows.person_called(connection, name)
    except errors.PersonNotFound:
        return None
