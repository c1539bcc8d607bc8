"""Reads and writes everything that is kept of a person, each within the caller's transaction."""

from sqlalchemy import Connection

from facedesk.gallery import avatar_rows, photo_rows, rows
from facedesk.gallery.person_copy import PersonCopy, PictureCopy
from facedesk.gallery.protection.seal import Seal


def copy_of(connection: Connection, seal: Seal, person_id: int) -> PersonCopy:
    """Return all that is kept of a person. Raises PersonGone."""
    person = rows.person_with(connection, person_id)
    templates = photo_rows.templates_of(connection, seal, person_id)
    pictures = tuple(
        PictureCopy(
            picture.jpeg,
            picture.landmarks,
            picture.role,
            picture.quality,
            picture.added_at,
            templates.get(picture.id, ()),
        )
        for picture in photo_rows.photos_of(connection, seal, person_id)
    )
    avatar = avatar_rows.avatar_of(connection, seal, person_id)
    return PersonCopy(person.name, person.enrolled_at, person.consent, pictures, avatar)


def add_copy(connection: Connection, seal: Seal, copy: PersonCopy, name: str) -> int:
    """Enrol a person as their copy has them, under this name, and return their id.

    Raises IntegrityError for a name taken.
    """
    person_id = rows.add_person(connection, name, copy.consent, copy.enrolled_at)
    add_pictures(connection, seal, person_id, copy)
    return person_id


def add_pictures(connection: Connection, seal: Seal, person_id: int, copy: PersonCopy) -> None:
    """Give a person the pictures of a copy, with their templates, and its avatar."""
    for picture in copy.pictures:
        photo_rows.add_picture(connection, seal, person_id, picture)
    if copy.avatar is not None:
        avatar_rows.set_avatar(connection, seal, person_id, copy.avatar)
