"""Makes a new file of what can still be read in a damaged one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from facedesk import errors
from facedesk.gallery.storage.sqlite import create_private_file
from facedesk.gallery.upkeep.setting_aside import set_aside

_AT_ONCE = 500  # rows
_MOST_ROWS = 10_000  # looked for where nothing in the file says how many there are
_NEEDED = ("alembic_version", "protection")  # without them, nobody knows what the rest means


@dataclass(frozen=True)
class Rebuilt:
    """What became of a damaged file.

    kept_aside: where it is now. lost: by table, how many rows could not be read, or belong to one
    that could not. names: of the people among them, as far as they can still be read.
    """

    kept_aside: Path
    lost: dict[str, int]
    names: tuple[str, ...]


def rebuild(path: Path) -> Rebuilt:
    """Put a file with all that can be read in the place of a damaged one, which is kept aside.

    Raises GalleryDamaged when nothing can be read, or not the key to the rest; DiskFull,
    FolderNotWritable. Nothing has changed then.
    """
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    create_private_file(unfinished)
    try:
        with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(unfinished)) as new:
            lost = _copied(old, new, path)
            names = _lost_names(old, new)
        kept_aside = set_aside(path, "damaged")
        unfinished.replace(path)
        return Rebuilt(kept_aside, lost, names)
    except sqlite3.Error as error:
        raise errors.GalleryDamaged(path=path) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _copied(old: sqlite3.Connection, new: sqlite3.Connection, path: Path) -> dict[str, int]:
    """Copy tables, rows and indices, and return what was lost."""
    made = old.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
        "AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index'"
    ).fetchall()
    if not made:
        raise errors.GalleryDamaged(path=path)
    tables = [name for kind, name, _ in made if kind == "table"]
    for _, _, sql in made:
        new.execute(sql)
    lost = {table: _copy_rows(old, new, table) for table in tables}
    if any(lost.get(table) for table in _NEEDED):
        raise errors.GalleryDamaged(path=path)
    if not new.execute("SELECT count(*) FROM meta").fetchone()[0]:
        columns = len(new.execute("PRAGMA table_info(meta)").fetchall())
        new.execute(f"INSERT INTO meta VALUES ({', '.join('0' * columns)})")
    for table, count in _without_orphans(new).items():
        lost[table] += count
    _copy_sequence(old, new)
    new.commit()
    return {table: count for table, count in lost.items() if count}


def _copy_rows(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> int:
    """Copy what can be read of a table; return how many rows could not."""
    lost = 0
    for row in _rows(old, table):
        places = ", ".join("?" * len(row or ()))
        try:
            if row is None:
                lost += 1
            else:
                new.execute(f'INSERT INTO "{table}" VALUES ({places})', row)
        except sqlite3.IntegrityError:  # it could be read, but makes no sense
            lost += 1
    return lost


def _rows(old: sqlite3.Connection, table: str) -> Iterator[tuple | None]:
    """Yield the rows of a table, None for each that can't be read."""
    present = _ids(old, table)
    for low in range(0, _last_id(old, table, present) + 1, _AT_ONCE):
        yield from _rows_between(old, table, low, low + _AT_ONCE - 1, present)


def _rows_between(
    old: sqlite3.Connection, table: str, low: int, high: int, present: set[int] | None
) -> Iterator[tuple | None]:
    wanted = f'SELECT * FROM "{table}" WHERE rowid BETWEEN ? AND ?'
    try:
        yield from old.execute(wanted, (low, high)).fetchall()
    except sqlite3.Error:
        if low < high:
            middle = (low + high) // 2
            yield from _rows_between(old, table, low, middle, present)
            yield from _rows_between(old, table, middle + 1, high, present)
        elif present is None or low in present:
            yield None


def _ids(old: sqlite3.Connection, table: str) -> set[int] | None:
    """Return the ids of a table's rows as its indices have them, None where none can be read.

    An index lies apart from the rows, and is often whole where these are not.
    """
    found: set[int] | None = None
    for _, index, *_ in old.execute(f'PRAGMA index_list("{table}")').fetchall():
        with suppress(sqlite3.Error):
            asked = f'SELECT rowid FROM "{table}" INDEXED BY "{index}"'
            found = (found or set()) | {number for (number,) in old.execute(asked)}
    return found


def _last_id(old: sqlite3.Connection, table: str, present: set[int] | None) -> int:
    """Return the highest id that a row may have: the rows, their count, or an index may tell."""
    told = [] if present is None else [max(present, default=0)]
    for asked in (
        f'SELECT max(rowid) FROM "{table}"',
        f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",
    ):
        with suppress(sqlite3.Error):
            told += [number or 0 for (number,) in old.execute(asked)]
    return max(told, default=_MOST_ROWS)


def _without_orphans(new: sqlite3.Connection) -> dict[str, int]:
    """Remove rows that belong to rows that are not there; return how many, by table."""
    removed: dict[str, int] = {}
    while orphans := new.execute("PRAGMA foreign_key_check").fetchall():
        for table, number, *_ in orphans:
            new.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))
            removed[table] = removed.get(table, 0) + 1
    return removed


def _copy_sequence(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Let the ids of those removed before not be given again."""
    with suppress(sqlite3.Error):
        for name, number in old.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
            new.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            new.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, number))


def _lost_names(old: sqlite3.Connection, new: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names, as the index has them, of people who are in the old file only."""
    with suppress(sqlite3.Error):
        # Both columns are in the index, so that the rows themselves are not read.
        asked = "SELECT id, name_key FROM person INDEXED BY sqlite_autoindex_person_1"
        there = {number for (number,) in new.execute("SELECT id FROM person")}
        return tuple(key for number, key in old.execute(asked).fetchall() if number not in there)
    return ()
