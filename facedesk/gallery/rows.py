"""What is read from and written to the tables, each within the caller's transaction."""

from collections.abc import Collection
from datetime import datetime, timezone

import numpy as np
from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from facedesk import errors
from facedesk.encoder.template import Template
from facedesk.gallery import tables
from facedesk.gallery.consent import Basis, Consent
from facedesk.gallery.names import name_key
from facedesk.gallery.person import Person
from facedesk.gallery.photo import MOST_LOOKS, PersonPhoto, PreparedPhoto, Role

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


def photos_of(connection: Connection, person_id: int) -> tuple[PersonPhoto, ...]:
    """Return all pictures of a person: the photo first, then the looks, then the corrections.

    Raises PersonGone.
    """
    wanted = _photos().where(_photo.person_id == person_id).order_by(_photo.id)
    found = [_as_photo(row) for row in connection.execute(wanted)]
    if not found:
        raise errors.PersonGone
    order = list(Role)
    return tuple(sorted(found, key=lambda photo: order.index(photo.role)))


def photo_with(connection: Connection, photo_id: int) -> PersonPhoto:
    """Return one picture. Raises PersonGone when it, or its person, was removed."""
    row = connection.execute(_photos().where(_photo.id == photo_id)).one_or_none()
    if row is None:
        raise errors.PersonGone
    return _as_photo(row)


def vectors(
    connection: Connection, encoder_id: str, roles: Collection[Role]
) -> list[tuple[int, np.ndarray]]:
    """Return the person's id and the template (D,) of each picture that has one of an encoder."""
    wanted = (
        select(_photo.person_id, _template.vector)
        .join(tables.template, _template.photo_id == _photo.id)
        .where(_template.encoder_id == encoder_id)
        .where(_photo.role.in_([role.value for role in roles]))
        .order_by(_photo.id)
    )
    return [(row.person_id, row.vector) for row in connection.execute(wanted)]


def photos_without_template(connection: Connection, encoder_id: str) -> list[int]:
    """Return the ids of the pictures that have no template of this encoder."""
    encoded = select(_template.photo_id).where(_template.encoder_id == encoder_id)
    wanted = select(_photo.id).where(_photo.id.not_in(encoded)).order_by(_photo.id)
    return list(connection.execute(wanted).scalars())


def add_person(
    connection: Connection, name: str, consent: Consent, enrolled_at: datetime | None = None
) -> int:
    """Add a person without a photo and return their id. Raises IntegrityError for a name taken.

    enrolled_at: now, if None.
    """
    values = {
        "name": name,
        "name_key": name_key(name),
        "enrolled_at": enrolled_at or _now(),
        **_consent_values(consent),
    }
    return connection.execute(insert(tables.person), values).inserted_primary_key[0]


def note_consent(connection: Connection, person_id: int, consent: Consent) -> None:
    """Note who enrolled a person, and on what basis, in the place of what was noted before."""
    values = _consent_values(consent)
    connection.execute(update(tables.person).where(_person.id == person_id).values(values))
    set_wipe_due(connection, True)


def rename_person(connection: Connection, person_id: int, name: str) -> None:
    """Change a name. Raises IntegrityError for a name taken."""
    values = {"name": name, "name_key": name_key(name)}
    connection.execute(update(tables.person).where(_person.id == person_id).values(values))
    set_wipe_due(connection, True)


def remove_person(connection: Connection, person_id: int) -> None:
    """Remove a person; their photos and templates go with them."""
    connection.execute(delete(tables.person).where(_person.id == person_id))
    set_wipe_due(connection, True)


def add_photo(connection: Connection, person_id: int, photo: PreparedPhoto, role: Role) -> int:
    """Add a picture with its template and return its id. Raises TooManyLooks."""
    if role is Role.LOOK and _count(connection, person_id, role) >= MOST_LOOKS:
        raise errors.TooManyLooks(most=MOST_LOOKS)
    width, height = photo.size
    values = {
        "person_id": person_id,
        "jpeg": photo.jpeg,
        "landmarks": photo.landmarks,
        "width": width,
        "height": height,
        "quality": photo.quality,
        "added_at": _now(),
        "role": role.value,
    }
    photo_id = connection.execute(insert(tables.photo), values).inserted_primary_key[0]
    add_template(connection, photo_id, photo.template)
    return photo_id


def remove_photo(connection: Connection, photo_id: int) -> None:
    """Remove a picture; its templates go with it."""
    connection.execute(delete(tables.photo).where(_photo.id == photo_id))
    set_wipe_due(connection, True)


def add_template(connection: Connection, photo_id: int, template: Template) -> None:
    """Add a template of a picture."""
    values = {
        "photo_id": photo_id,
        "encoder_id": template.encoder_id,
        "vector": template.vector,
    }
    connection.execute(insert(tables.template).values(values))


def _people() -> Select:
    of_them = select(func.count()).select_from(tables.photo).where(_photo.person_id == _person.id)
    is_correction = _photo.role == Role.CORRECTION.value
    return select(
        _person.id,
        _person.name,
        _person.enrolled_at,
        _person.enrolled_by,
        _person.basis,
        _person.basis_note,
        of_them.where(~is_correction).scalar_subquery().label("photos"),
        of_them.where(is_correction).scalar_subquery().label("corrections"),
    )


def _photos() -> Select:
    return select(_photo.id, _photo.role, _photo.jpeg, _photo.landmarks, _photo.added_at)


def _consent_values(consent: Consent) -> dict[str, str]:
    return {
        "enrolled_by": consent.enrolled_by,
        "basis": consent.basis.value,
        "basis_note": consent.note,
    }


def _count(connection: Connection, person_id: int, role: Role) -> int:
    there = select(func.count()).select_from(tables.photo).where(_photo.person_id == person_id)
    return connection.execute(there.where(_photo.role == role.value)).scalar_one()


def _as_person(row: Row) -> Person:
    consent = Consent(row.enrolled_by, Basis(row.basis), row.basis_note)
    return Person(row.id, row.name, row.enrolled_at, row.photos, row.corrections, consent)


def _as_photo(row: Row) -> PersonPhoto:
    landmarks = row.landmarks.reshape(5, 2)
    return PersonPhoto(row.jpeg, landmarks, row.id, Role(row.role), row.added_at)


def _now() -> datetime:
    return datetime.now(timezone.utc)
