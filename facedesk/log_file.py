"""Keeps the log in the user's data folder."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

_NAME = "facedesk.log"
_MOST_BYTES = 1_000_000
_OLDER_FILES = 3
_LINE = "%(asctime)s %(levelname)-8s %(threadName)s %(name)s: %(message)s"


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Log to facedesk.log in a folder: all from INFO up of ours, from WARNING up of others."""
    handler = _PrivateFile(
        folder / _NAME,
        maxBytes=_MOST_BYTES,
        backupCount=_OLDER_FILES,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(logging.Formatter(_LINE))
    root, ours = logging.getLogger(), logging.getLogger("facedesk")
    level_before = ours.level
    ours.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        ours.setLevel(level_before)
        handler.close()


class _PrivateFile(RotatingFileHandler):
    """A log that only the user may read: it may name people and files.

    What can't be written, as on a full disk, is left out: nothing else shall fail by that.
    """

    def handleError(self, record: logging.LogRecord) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    def close(self) -> None:
        with suppress(OSError):
            super().close()

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        return os.fdopen(
            os.open(self.baseFilename, flags, 0o600), self.mode, encoding=self.encoding
        )
