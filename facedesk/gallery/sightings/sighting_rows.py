"""What is read from the tables of sightings, within the caller's transaction."""

import heapq
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, Row, Select, literal, select, tuple_

from facedesk.gallery.floats import floats_of_bytes
from facedesk.gallery.names import name_key
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.sightings.sighting import RecordedSighting, SightingFilter, Who
from facedesk.gallery.storage import tables
from facedesk.matching.decision import Answer

_sighting, _person, _thumbnail = (
    tables.sighting.c,
    tables.person.c,
    tables.sighting_thumbnail.c,
)
# The kinds of what is sealed.
THUMBNAIL, LANDMARKS = (column.info["sealed"] for column in (_thumbnail.jpeg, _thumbnail.landmarks))
_FEW = 100  # people whose sightings are looked up one by one


def revision(connection: Connection) -> int:
    """Return the number of the last change of sightings."""
    return connection.execute(select(tables.meta.c.sightings)).scalar_one()


def page(
    connection: Connection,
    wanted: SightingFilter,
    after: RecordedSighting | None,
    most: int | None,
) -> list[RecordedSighting]:
    """Return sightings that are wanted, the newest first; at most so many, after a given one."""
    rest = selection(wanted, after).limit(most)
    if not wanted.name:
        return _read(connection, rest)
    called = _person.name_key.contains(name_key(wanted.name), autoescape=True)
    few = connection.execute(select(_person.id).where(called).limit(_FEW + 1)).scalars().all()
    if len(few) > _FEW:  # who is seen is one of them soon enough
        return _read(connection, rest.where(called))
    # One by one, since each has an order of their own in the index.
    each = [_read(connection, rest.where(_sighting.person_id == person_id)) for person_id in few]
    return list(islice(heapq.merge(*each, key=lambda sighting: sighting.place, reverse=True), most))


def selection(wanted: SightingFilter, after: RecordedSighting | None) -> Select:
    """Select what a filter asks for, apart from the name, the newest first."""
    joined = tables.sighting.outerjoin(tables.person, _person.id == _sighting.person_id).outerjoin(
        tables.sighting_thumbnail, _thumbnail.id == _sighting.id
    )
    has_thumbnail = _thumbnail.id.is_not(None).label("has_thumbnail")
    found = select(tables.sighting, _person.name, has_thumbnail).select_from(joined)
    conditions = [
        wanted.start and _sighting.started_at >= wanted.start,
        wanted.end and _sighting.started_at < wanted.end,
        wanted.person_id and _sighting.person_id == wanted.person_id,
    ]
    for condition in conditions:
        if condition is not None:
            found = found.where(condition)
    if wanted.who is not Who.EVERYONE:
        stranger = _sighting.person_id.is_(None)
        found = found.where(stranger if wanted.who is Who.STRANGERS else ~stranger)
    if after is not None:
        place = tuple_(_sighting.started_at, _sighting.id)
        then = literal(after.started_at, tables.Moment), literal(after.id)
        found = found.where(place < tuple_(*then))
    return found.order_by(_sighting.started_at.desc(), _sighting.id.desc())


def thumbnail(connection: Connection, seal: Seal, sighting_id: int) -> StoredPhoto | None:
    """Return the thumbnail of a sighting, if it has one."""
    wanted = select(tables.sighting_thumbnail).where(_thumbnail.id == sighting_id)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        return None
    landmarks = floats_of_bytes(seal.open(row.landmarks, LANDMARKS)).reshape(5, 2)
    return StoredPhoto(seal.open(row.jpeg, THUMBNAIL), landmarks)


def outdated(connection: Connection, strangers: bool, before: datetime, most: int) -> list[int]:
    """Return the ids of sightings, of strangers or of people, that ended before a moment."""
    of_them = _sighting.person_id.is_(None) if strangers else _sighting.person_id.is_not(None)
    # When they began is what the index knows.
    long_ago = (_sighting.started_at < before) & (_sighting.ended_at < before)
    wanted = select(_sighting.id).where(of_them & long_ago).limit(most)
    return list(connection.execute(wanted).scalars())


def _read(connection: Connection, wanted: Select) -> list[RecordedSighting]:
    return [_as_sighting(row) for row in connection.execute(wanted)]


def _as_sighting(row: Row) -> RecordedSighting:
    return RecordedSighting(
        row.id,
        row.person_id,
        row.name,
        row.started_at,
        row.ended_at,
        row.score,
        Answer(row.decision),
        row.source,
        row.has_thumbnail,
    )
