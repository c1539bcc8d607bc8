"""Lets one window at a time work on a folder; commands may, besides it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

from facedesk.errors import AlreadyOpen, DiskFull, FolderNotWritable


@contextmanager
def only_window_on(home: Path) -> Iterator[None]:
    """Keep other windows off a folder. One that was killed keeps nobody off.

    Raises AlreadyOpen, FolderNotWritable, DiskFull.
    """
    lock = QLockFile(str(home / "window.lock"))
    lock.setStaleLockTime(0)  # however long a window is open, nobody takes its folder
    if not lock.tryLock(0):
        if lock.error() is QLockFile.LockError.LockFailedError:
            raise AlreadyOpen(path=home)
        if lock.error() is QLockFile.LockError.UnknownError and home.is_dir():
            raise DiskFull  # the lock could be made, but not written
        raise FolderNotWritable(path=home)
    try:
        yield
    finally:
        lock.unlock()
