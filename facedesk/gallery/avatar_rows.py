"""What is read and written of avatars, each within the caller's transaction."""

from sqlalchemy import Connection, delete, insert, select

from facedesk.gallery.avatar import Avatar
from facedesk.gallery.floats import floats_of_bytes, floats_to_bytes
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.rows import set_wipe_due
from facedesk.gallery.storage import tables

_avatar = tables.avatar.c
_AVATAR, _LANDMARKS = (column.info["sealed"] for column in (_avatar.jpeg, _avatar.landmarks))


def people_with_avatar(connection: Connection) -> tuple[int, ...]:
    """Return the ids of those who have one."""
    return tuple(connection.execute(select(_avatar.id).order_by(_avatar.id)).scalars())


def avatar_of(connection: Connection, seal: Seal, person_id: int) -> Avatar | None:
    """Return a person's avatar, None when they have none. Raises SealBroken, ValueError."""
    wanted = select(tables.avatar).where(_avatar.id == person_id)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        return None
    landmarks = floats_of_bytes(seal.open(row.landmarks, _LANDMARKS)).reshape(5, 2)
    return Avatar(seal.open(row.jpeg, _AVATAR), landmarks, row.added_at)


def set_avatar(connection: Connection, seal: Seal, person_id: int, avatar: Avatar) -> None:
    """Give a person an avatar, in the place of any former one."""
    remove_avatar(connection, person_id)
    values = {
        "id": person_id,
        "jpeg": seal.seal(avatar.jpeg, _AVATAR),
        "landmarks": seal.seal(floats_to_bytes(avatar.landmarks), _LANDMARKS),
        "added_at": avatar.added_at,
    }
    connection.execute(insert(tables.avatar), values)


def remove_avatar(connection: Connection, person_id: int) -> None:
    """Remove a person's avatar, if they have one."""
    connection.execute(delete(tables.avatar).where(_avatar.id == person_id))
    set_wipe_due(connection, True)
