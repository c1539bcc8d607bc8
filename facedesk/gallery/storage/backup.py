"""Keeps a copy of the gallery while its tables are changed.

Before the first migration runs, the whole file is copied beside itself, as gallery.sqlite3.backup,
for the user only. Should the change go wrong in a way that nobody foresaw, that file put in the
place of gallery.sqlite3 is the gallery as it was. It goes at the next start, which shows that the
changed gallery opens; and at once when anything personal is removed, which would live on in it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from facedesk.gallery.storage.sqlite import create_private_file


def backup_of(database: Path) -> Path:
    """Return where the copy of a gallery lies, if there is one."""
    return database.with_name(database.name + ".backup")


def keep_backup(database: Path) -> None:
    """Copy a gallery, less what is not committed yet, over any former copy.

    Raises FolderNotWritable, DiskFull, or sqlite3.Error; there is no new copy then.
    """
    unfinished = database.with_name(database.name + ".backup.tmp")
    unfinished.unlink(missing_ok=True)
    create_private_file(unfinished)
    try:
        # A connection of its own, since one that is about to write can't be copied from.
        with closing(sqlite3.connect(database)) as old, closing(sqlite3.connect(unfinished)) as new:
            old.backup(new)
        unfinished.replace(backup_of(database))
    finally:
        unfinished.unlink(missing_ok=True)


def drop_backup(database: Path) -> None:
    """Remove the copy, if there is one."""
    backup_of(database).unlink(missing_ok=True)
