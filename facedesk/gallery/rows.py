"""What is read from and written to the tables, each within the caller's transaction."""

from datetime import datetime, timezone

import numpy as np
from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from facedesk import errors
from facedesk.encoder.template import Template
from facedesk.gallery import tables
from facedesk.gallery.names import name_key
from facedesk.gallery.person import Person
from facedesk.gallery.photo import PreparedPhoto, StoredPhoto

_person, _photo, _template = tables.person.c, tables.photo.c, tables.template.c


def revision(connection: Connection) -> int:
    """Return the number of the last change."""
    return connection.execute(select(tables.meta.c.revision)).scalar_one()


def count_revision(connection: Connection) -> None:
    """Count one more change."""
    connection.execute(update(tables.meta).values(revision=tables.meta.c.revision + 1))


def wipe_due(connection: Connection) -> bool:
    """Tell whether something was removed that may have left traces in the file."""
    return connection.execute(select(tables.meta.c.wipe_due)).scalar_one()


def set_wipe_due(connection: Connection, due: bool) -> None:
    """Remember that there may be traces, or that there are none."""
    connection.execute(update(tables.meta).values(wipe_due=due))


def people(connection: Connection) -> tuple[Person, ...]:
    """Return everyone, in order of their names."""
    found = [_as_person(row) for row in connection.execute(_people())]
    return tuple(sorted(found, key=lambda person: name_key(person.name)))


def person_called(connection: Connection, name: str) -> Person:
    """Return who has this name, in whatever case. Raises PersonNotFound."""
    wanted = _people().where(_person.name_key == name_key(name))
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise errors.PersonNotFound(name=name)
    return _as_person(row)


def person_with(connection: Connection, person_id: int) -> Person:
    """Return who has this id. Raises PersonGone."""
    row = connection.execute(_people().where(_person.id == person_id)).one_or_none()
    if row is None:
        raise errors.PersonGone
    return _as_person(row)


def photo_of(connection: Connection, person_id: int) -> StoredPhoto:
    """Return a person's photo. Raises PersonGone."""
    wanted = select(_photo.jpeg, _photo.landmarks).where(_photo.person_id == person_id)
    row = connection.execute(wanted.order_by(_photo.id).limit(1)).one_or_none()
    if row is None:
        raise errors.PersonGone
    return StoredPhoto(row.jpeg, row.landmarks.reshape(5, 2))


def vectors(connection: Connection, encoder_id: str) -> dict[int, np.ndarray]:
    """Return the templates (D,) of one encoder by the person's id."""
    wanted = (
        select(_photo.person_id, _template.vector)
        .join(tables.template, _template.photo_id == _photo.id)
        .where(_template.encoder_id == encoder_id)
    )
    return {row.person_id: row.vector for row in connection.execute(wanted)}


def people_without_template(connection: Connection, encoder_id: str) -> list[int]:
    """Return the ids of the people whose photo has no template of this encoder."""
    encoded = select(_template.photo_id).where(_template.encoder_id == encoder_id)
    wanted = select(_photo.person_id).where(_photo.id.not_in(encoded)).order_by(_photo.id)
    return list(connection.execute(wanted).scalars())


def add_person(connection: Connection, name: str) -> int:
    """Add a person without a photo and return their id. Raises IntegrityError for a name taken."""
    values = {"name": name, "name_key": name_key(name), "enrolled_at": _now()}
    return connection.execute(insert(tables.person), values).inserted_primary_key[0]


def rename_person(connection: Connection, person_id: int, name: str) -> None:
    """Change a name. Raises IntegrityError for a name taken."""
    values = {"name": name, "name_key": name_key(name)}
    connection.execute(update(tables.person).where(_person.id == person_id).values(values))
    set_wipe_due(connection, True)


def remove_person(connection: Connection, person_id: int) -> None:
    """Remove a person; their photos and templates go with them."""
    connection.execute(delete(tables.person).where(_person.id == person_id))
    set_wipe_due(connection, True)


def add_photo(connection: Connection, person_id: int, photo: PreparedPhoto) -> None:
    """Add a photo with its template."""
    width, height = photo.size
    values = {
        "person_id": person_id,
        "jpeg": photo.jpeg,
        "landmarks": photo.landmarks,
        "width": width,
        "height": height,
        "quality": photo.quality,
        "added_at": _now(),
    }
    connection.execute(insert(tables.photo), values)
    add_template(connection, person_id, photo.template)


def remove_photos(connection: Connection, person_id: int) -> None:
    """Remove a person's photos; their templates go with them."""
    connection.execute(delete(tables.photo).where(_photo.person_id == person_id))
    set_wipe_due(connection, True)


def add_template(connection: Connection, person_id: int, template: Template) -> None:
    """Add a template of a person's photo."""
    photo_id = select(_photo.id).where(_photo.person_id == person_id).scalar_subquery()
    values = {
        "photo_id": photo_id,
        "encoder_id": template.encoder_id,
        "vector": template.vector,
    }
    connection.execute(insert(tables.template).values(values))


def _people() -> Select:
    photos = (
        select(func.count())
        .select_from(tables.photo)
        .where(_photo.person_id == _person.id)
        .scalar_subquery()
    )
    return select(_person.id, _person.name, _person.enrolled_at, photos.label("photos"))


def _as_person(row: Row) -> Person:
    return Person(row.id, row.name, row.enrolled_at, row.photos)


def _now() -> datetime:
    return datetime.now(timezone.utc)
