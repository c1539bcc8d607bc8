"""The SQLite side of the gallery: the file, its connections and its transactions."""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from facedesk import errors

_BUSY_S = 5.0  # how long to wait for someone else who writes
_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # what was reported as saved survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is removed is overwritten at once; see also wipe()
)
_EMPTY_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
_COMMITS_OF_OTHERS = "PRAGMA data_version"  # another number after each


def create_private_file(path: Path) -> None:
    """Create the file unless it is there, and let only the user read it.

    SQLite gives its own files beside the database (-wal, -shm) the same permissions.
    Raises FolderNotWritable, DiskFull.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600))
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise errors.DiskFull from error
        raise errors.FolderNotWritable(path=path.parent) from error


def sqlite_engine(path: Path) -> Engine:
    """Return an engine that reads in plain transactions; see writing() for the others."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # The driver must not begin transactions of its own, for it begins them too late.
        connect_args={"timeout": _BUSY_S, "isolation_level": None},
        hide_parameters=True,  # names stay out of the log
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write; they wait for each other at their start.

    Begun as readers, two of them could only fail once both have read.
    """
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def use_log(engine: Engine) -> None:
    """Let readers and one writer work at the same time, from now on, whoever opens the file."""
    deadline = time.monotonic() + _BUSY_S
    with engine.execution_options(begin=None).connect() as connection:
        while True:
            try:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                return
            except OperationalError as error:
                # When two begin with it at once, SQLite does not wait but fails for one of them.
                if "locked" not in str(error.orig) or time.monotonic() > deadline:
                    raise
            time.sleep(0.02)


def wipe(engine: Engine, note: Callable[[Connection], None]) -> None:
    """Write the file anew, without what was removed from it, and empty the write-ahead log.

    Overwriting what is deleted (secure_delete) is not enough: when SQLite moves rows between
    pages, copies of them stay behind in the unused part of a page.

    note: notes in a transaction that no traces are left. It is not called when someone read for so
    long that the log could not be emptied, or has written in the meantime, and perhaps removed.
    """
    with engine.execution_options(begin=None).connect() as connection:
        # The log first, since there may be no space for the file anew.
        connection.exec_driver_sql(_EMPTY_LOG)
        before = connection.exec_driver_sql(_COMMITS_OF_OTHERS).scalar_one()
        connection.exec_driver_sql("VACUUM")
        busy, _, _ = connection.exec_driver_sql(_EMPTY_LOG).one()
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        if not busy and connection.exec_driver_sql(_COMMITS_OF_OTHERS).scalar_one() == before:
            note(connection)
        connection.exec_driver_sql("COMMIT")


def _configure(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("begin", "BEGIN")
    if begin is not None:
        connection.exec_driver_sql(begin)
