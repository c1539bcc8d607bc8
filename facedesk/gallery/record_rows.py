"""Reads and writes everything that is kept of a person, each within the caller's transaction."""

from sqlalchemy import Connection

from facedesk.gallery import photo_rows, rows
from facedesk.gallery.record import PersonRecord, PictureRecord
from facedesk.gallery.seal import Seal


def record_of(connection: Connection, seal: Seal, person_id: int) -> PersonRecord:
    """Return all that is kept of a person. Raises PersonGone."""
    person = rows.person_with(connection, person_id)
    templates = photo_rows.templates_of(connection, seal, person_id)
    pictures = tuple(
        PictureRecord(
            picture.jpeg,
            picture.landmarks,
            picture.role,
            picture.quality,
            picture.added_at,
            templates.get(picture.id, ()),
        )
        for picture in photo_rows.photos_of(connection, seal, person_id)
    )
    return PersonRecord(person.name, person.enrolled_at, person.consent, pictures)


def add_record(connection: Connection, seal: Seal, record: PersonRecord, name: str) -> int:
    """Enrol a person as their record has them, under this name, and return their id.

    Raises IntegrityError for a name taken.
    """
    person_id = rows.add_person(connection, name, record.consent, record.enrolled_at)
    add_pictures(connection, seal, person_id, record)
    return person_id


def add_pictures(connection: Connection, seal: Seal, person_id: int, record: PersonRecord) -> None:
    """Give a person the pictures of a record, with their templates."""
    for picture in record.pictures:
        photo_rows.add_picture(connection, seal, person_id, picture)
