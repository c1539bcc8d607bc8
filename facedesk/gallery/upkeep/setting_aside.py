"""Sets a gallery that can't be used aside, so that another can take its place."""

from datetime import date
from itertools import count
from pathlib import Path

from facedesk import errors

_OF_SQLITE = ("-wal", "-shm")  # they belong to the file, and hold its latest changes


def set_aside(database: Path, why: str = "locked") -> Path:
    """Rename the file of a gallery, and return its new path; nothing is deleted.

    why: a word for the new name. Raises FolderNotWritable.
    """
    aside = _free(database, why)
    try:
        for suffix in _OF_SQLITE:
            beside = database.with_name(database.name + suffix)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + suffix))
        database.rename(aside)
    except OSError as error:
        raise errors.FolderNotWritable(path=database.parent) from error
    return aside


def _free(database: Path, why: str) -> Path:
    """Return a path of today that nothing has yet: gallery-locked-2026-05-03.sqlite3, or so."""
    for number in count(1):
        mark = f"-{number}" if number > 1 else ""
        name = f"{database.stem}-{why}-{date.today().isoformat()}{mark}{database.suffix}"
        if not database.with_name(name).exists():
            return database.with_name(name)
    raise AssertionError
