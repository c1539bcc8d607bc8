"""The table with the locked keys, and the change of what is sealed from one key to another."""

from collections.abc import Callable

from sqlalchemy import Column, Connection, bindparam, delete, func, insert, select, update

from facedesk.gallery.protection.data_key import LockedKey, Method
from facedesk.gallery.protection.passphrase import ScryptCost
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.storage import tables

_lock = tables.protection.c
_AT_ONCE = 200


def key_id(connection: Connection) -> str | None:
    """Return the id of the key in use, None when the gallery is not protected."""
    return connection.execute(select(_lock.key_id).limit(1)).scalar_one_or_none()


def locked_keys(connection: Connection) -> dict[Method, LockedKey]:
    """Return what opens the gallery; nothing when it is not protected."""
    found = {}
    for row in connection.execute(select(tables.protection)):
        cost = ScryptCost(row.cost_n, row.cost_r, row.cost_p)
        method = Method(row.method)
        found[method] = LockedKey(method, row.key_id, row.locked, row.entry, row.salt, cost)
    return found


def keep_locked_key(connection: Connection, key: LockedKey) -> None:
    """Let a method open the gallery, in the place of the same method before."""
    remove_locked_key(connection, key.method)
    values = {
        "method": key.method.value,
        "key_id": key.key_id,
        "locked": key.locked,
        "entry": key.entry,
        "salt": key.salt,
        "cost_n": key.cost.n,
        "cost_r": key.cost.r,
        "cost_p": key.cost.p,
    }
    connection.execute(insert(tables.protection), values)


def remove_locked_key(connection: Connection, method: Method) -> None:
    """Let a method open the gallery no more."""
    connection.execute(delete(tables.protection).where(_lock.method == method.value))


def reseal(
    connection: Connection, old: Seal, new: Seal, progress: Callable[[int, int], None]
) -> None:
    """Open everything personal with one seal and seal it with another.

    progress: told how much is done, of how much. Raises SealBroken.
    """
    columns = [column for table in tables.metadata.tables.values() for column in _sealed(table.c)]
    counts = [_count(connection, column) for column in columns]
    done, total = 0, sum(counts)
    for column in columns:
        last = -1
        while rows := _next(connection, column, last):
            kind = column.info["sealed"]
            resealed = [
                {"of": id_, "data": new.seal(old.open(data, kind), kind)} for id_, data in rows
            ]
            change = update(column.table).where(column.table.c.id == bindparam("of"))
            connection.execute(change.values({column.name: bindparam("data")}), resealed)
            last = rows[-1][0]
            done += len(rows)
            progress(done, total)


def _sealed(columns: list[Column]) -> list[Column]:
    return [column for column in columns if "sealed" in column.info]


def _count(connection: Connection, column: Column) -> int:
    filled = select(func.count()).select_from(column.table).where(column.is_not(None))
    return connection.execute(filled).scalar_one()


def _next(connection: Connection, column: Column, last: int) -> list[tuple[int, bytes]]:
    """Return the ids and data of some rows that come after the one with the id `last`."""
    id_ = column.table.c.id
    wanted = select(id_, column).where(id_ > last, column.is_not(None)).order_by(id_)
    return [tuple(row) for row in connection.execute(wanted.limit(_AT_ONCE))]
