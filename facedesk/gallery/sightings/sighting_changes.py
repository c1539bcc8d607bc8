"""What is written to the tables of sightings, within the caller's transaction."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from facedesk.gallery.floats import floats_to_bytes
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.gallery.sightings.sighting_rows import LANDMARKS, THUMBNAIL
from facedesk.gallery.storage import tables
from facedesk.matching.decision import Answer

_sighting, _thumbnail = tables.sighting.c, tables.sighting_thumbnail.c
_person = tables.person.c
_AT_ONCE = 500  # keys in one question
_Item = TypeVar("_Item")


def count_revision(connection: Connection) -> None:
    """Count one more change of sightings."""
    connection.execute(update(tables.meta).values(sightings=tables.meta.c.sightings + 1))


def write(connection: Connection, seal: Seal, notes: Sequence[SightingNote]) -> None:
    """Add what was never written, and bring the rest up to date.

    What was forgotten in the meantime stays so, and so does who was removed.
    """
    ids = _ids(connection, [note.key for note in notes])
    people = _enrolled(connection, {note.person_id for note in notes})
    for note in notes:
        if note.person_id not in people:
            continue
        if note.key in ids:
            _prolong(connection, ids[note.key], note)
        elif note.first:
            ids[note.key] = _add(connection, note)
        if note.key in ids and note.thumbnail is not None:
            _keep_thumbnail(connection, seal, ids[note.key], note.thumbnail)


def withdraw(connection: Connection, keys: Sequence[bytes]) -> int:
    """Remove sightings by the keys they were noted under; return how many were there."""
    return sum(_remove(connection, _sighting.key.in_(some)) for some in _parts(keys))


def remove(connection: Connection, sighting_ids: Sequence[int]) -> int:
    """Remove sightings, and their thumbnails with them; return how many were there."""
    return sum(_remove(connection, _sighting.id.in_(some)) for some in _parts(sighting_ids))


def attribute(
    connection: Connection, sighting_id: int, person_id: int | None, decision: Answer
) -> bool:
    """Say who was seen: a person, or None for a stranger; return whether the sighting is there."""
    values = {"person_id": person_id, "decision": decision.value}
    change = update(tables.sighting).where(_sighting.id == sighting_id).values(values)
    return connection.execute(change).rowcount > 0


def _remove(connection: Connection, which: ColumnElement[bool]) -> int:
    return connection.execute(delete(tables.sighting).where(which)).rowcount


def _ids(connection: Connection, keys: Sequence[bytes]) -> dict[bytes, int]:
    """Return the ids of those that are there, by key."""
    found = select(_sighting.key, _sighting.id)
    return {
        key: id_
        for some in _parts(keys)
        for key, id_ in connection.execute(found.where(_sighting.key.in_(some)))
    }


def _enrolled(connection: Connection, people: Collection[int | None]) -> set[int | None]:
    """Return who of these people is still enrolled; None, for strangers, always is."""
    asked = [person_id for person_id in people if person_id is not None]
    there = select(_person.id).where(_person.id.in_(asked))
    return {None, *connection.execute(there).scalars()}


def _add(connection: Connection, note: SightingNote) -> int:
    values = {
        "key": note.key,
        "person_id": note.person_id,
        "started_at": note.started_at,
        "ended_at": note.ended_at,
        "score": note.score,
        "decision": note.decision.value,
        "source": note.source,
    }
    return connection.execute(insert(tables.sighting), values).inserted_primary_key[0]


def _prolong(connection: Connection, sighting_id: int, note: SightingNote) -> None:
    """Leave who it is as it is, unless that has become clear: the user may have corrected it."""
    values = {"ended_at": note.ended_at, "score": note.score}
    if note.became_known:
        values |= {"person_id": note.person_id, "decision": note.decision.value}
    connection.execute(update(tables.sighting).where(_sighting.id == sighting_id).values(values))


def _keep_thumbnail(
    connection: Connection, seal: Seal, sighting_id: int, thumbnail: StoredPhoto
) -> None:
    connection.execute(delete(tables.sighting_thumbnail).where(_thumbnail.id == sighting_id))
    values = {
        "id": sighting_id,
        "jpeg": seal.seal(thumbnail.jpeg, THUMBNAIL),
        "landmarks": seal.seal(floats_to_bytes(thumbnail.landmarks), LANDMARKS),
    }
    connection.execute(insert(tables.sighting_thumbnail), values)


def _parts(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """Return as many at a time as one question may hold."""
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]
