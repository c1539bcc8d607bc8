"""What is read and written of photos and templates, each within the caller's transaction.

Their pictures, landmarks and vectors are stored sealed.
"""

from collections.abc import Collection
from datetime import datetime, timezone

import numpy as np
from sqlalchemy import Connection, Row, Select, delete, func, insert, select

from facedesk import errors
from facedesk.encoder.template import Template
from facedesk.gallery.floats import floats_of_bytes, floats_to_bytes
from facedesk.gallery.person_copy import PictureCopy
from facedesk.gallery.photo import MOST_LOOKS, PersonPhoto, PreparedPhoto, Role
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.rows import set_wipe_due
from facedesk.gallery.storage import tables

_photo, _template = tables.photo.c, tables.template.c
_PHOTO, _LANDMARKS, _TEMPLATE = (
    column.info["sealed"] for column in (_photo.jpeg, _photo.landmarks, _template.vector)
)


def photos_of(connection: Connection, seal: Seal, person_id: int) -> tuple[PersonPhoto, ...]:
    """Return all pictures of a person: the photo first, then the looks, then the corrections.

    Raises PersonGone.
    """
    wanted = _photos().where(_photo.person_id == person_id).order_by(_photo.id)
    found = [_as_photo(row, seal) for row in connection.execute(wanted)]
    if not found:
        raise errors.PersonGone
    order = list(Role)
    return tuple(sorted(found, key=lambda photo: order.index(photo.role)))


def photo_with(connection: Connection, seal: Seal, photo_id: int) -> PersonPhoto:
    """Return one picture. Raises PersonGone when it, or its person, was removed."""
    row = connection.execute(_photos().where(_photo.id == photo_id)).one_or_none()
    if row is None:
        raise errors.PersonGone
    return _as_photo(row, seal)


def vectors(
    connection: Connection, seal: Seal, encoder_id: str, roles: Collection[Role]
) -> list[tuple[int, np.ndarray]]:
    """Return the person's id and the template (D,) of each picture that has one of an encoder."""
    wanted = (
        select(_photo.person_id, _template.vector)
        .join(tables.template, _template.photo_id == _photo.id)
        .where(_template.encoder_id == encoder_id)
        .where(_photo.role.in_([role.value for role in roles]))
        .order_by(_photo.id)
    )
    found = connection.execute(wanted)
    return [(person_id, opened_vector(seal, vector)) for person_id, vector in found]


def templates_of(
    connection: Connection, seal: Seal, person_id: int
) -> dict[int, tuple[Template, ...]]:
    """Return the templates of a person's pictures, of whatever encoders, by the picture's id."""
    wanted = (
        select(_template.photo_id, _template.encoder_id, _template.vector)
        .join(tables.photo, _template.photo_id == _photo.id)
        .where(_photo.person_id == person_id)
        .order_by(_template.id)
    )
    found: dict[int, tuple[Template, ...]] = {}
    for photo_id, encoder_id, vector in connection.execute(wanted):
        template = Template(opened_vector(seal, vector), encoder_id)
        found[photo_id] = (*found.get(photo_id, ()), template)
    return found


def opened_vector(seal: Seal, sealed: bytes) -> np.ndarray:
    """Return the vector (D,) of a template as it is stored. Raises SealBroken, ValueError."""
    return floats_of_bytes(seal.open(sealed, _TEMPLATE))


def photos_without_template(connection: Connection, encoder_id: str) -> list[int]:
    """Return the ids of the pictures that have no template of this encoder."""
    encoded = select(_template.photo_id).where(_template.encoder_id == encoder_id)
    wanted = select(_photo.id).where(_photo.id.not_in(encoded)).order_by(_photo.id)
    return list(connection.execute(wanted).scalars())


def lacks_template(connection: Connection, photo_id: int, encoder_id: str) -> bool:
    """Tell whether a picture is there and has no template of this encoder."""
    is_it = (_template.photo_id == photo_id) & (_template.encoder_id == encoder_id)
    encoded = select(_template.id).where(is_it).exists()
    wanted = select(_photo.id).where(_photo.id == photo_id, ~encoded)
    return connection.execute(wanted).scalar_one_or_none() is not None


def add_photo(
    connection: Connection, seal: Seal, person_id: int, photo: PreparedPhoto, role: Role
) -> int:
    """Add a picture with its template and return its id. Raises TooManyLooks."""
    if role is Role.LOOK and _count(connection, person_id, role) >= MOST_LOOKS:
        raise errors.TooManyLooks(most=MOST_LOOKS)
    now = datetime.now(timezone.utc)
    picture = PictureCopy(photo.jpeg, photo.landmarks, role, photo.quality, now, (photo.template,))
    return add_picture(connection, seal, person_id, picture)


def add_picture(connection: Connection, seal: Seal, person_id: int, picture: PictureCopy) -> int:
    """Add a picture with its templates and return its id."""
    width, height = picture.size
    values = {
        "person_id": person_id,
        "jpeg": seal.seal(picture.jpeg, _PHOTO),
        "landmarks": seal.seal(floats_to_bytes(picture.landmarks), _LANDMARKS),
        "width": width,
        "height": height,
        "quality": picture.quality,
        "added_at": picture.added_at,
        "role": picture.role.value,
    }
    photo_id = connection.execute(insert(tables.photo), values).inserted_primary_key[0]
    for template in picture.templates:
        add_template(connection, seal, photo_id, template)
    return photo_id


def remove_photo(connection: Connection, photo_id: int) -> None:
    """Remove a picture; its templates go with it."""
    connection.execute(delete(tables.photo).where(_photo.id == photo_id))
    set_wipe_due(connection, True)


def remove_photos(connection: Connection, person_id: int) -> None:
    """Remove all pictures of a person; their templates go with them."""
    connection.execute(delete(tables.photo).where(_photo.person_id == person_id))
    set_wipe_due(connection, True)


def add_template(connection: Connection, seal: Seal, photo_id: int, template: Template) -> None:
    """Add a template of a picture."""
    values = {
        "photo_id": photo_id,
        "encoder_id": template.encoder_id,
        "vector": seal.seal(floats_to_bytes(template.vector), _TEMPLATE),
    }
    connection.execute(insert(tables.template).values(values))


def _photos() -> Select:
    return select(
        _photo.id, _photo.role, _photo.jpeg, _photo.landmarks, _photo.added_at, _photo.quality
    )


def _count(connection: Connection, person_id: int, role: Role) -> int:
    there = select(func.count()).select_from(tables.photo).where(_photo.person_id == person_id)
    return connection.execute(there.where(_photo.role == role.value)).scalar_one()


def _as_photo(row: Row, seal: Seal) -> PersonPhoto:
    jpeg = seal.open(row.jpeg, _PHOTO)
    landmarks = floats_of_bytes(seal.open(row.landmarks, _LANDMARKS)).reshape(5, 2)
    return PersonPhoto(jpeg, landmarks, row.id, Role(row.role), row.added_at, row.quality)
