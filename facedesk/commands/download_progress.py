"""Tells on stderr what is fetched from the internet, and how much has come."""

import sys
import time

from facedesk.downloads.downloadable import Downloadable

_EVERY_S = 0.5  # more often is not read
_MEGABYTE = 1_000_000


class DownloadProgress:
    """One line on stderr that tells how much has come."""

    def __init__(self, wanted: Downloadable) -> None:
        self._all = megabytes(wanted.size)
        self._told_at = 0.0
        self._open = False

    def show(self, done: int, total: int) -> None:
        """Tell it, now and then and at the end."""
        now = time.monotonic()
        if now - self._told_at >= _EVERY_S or done == total:
            self._told_at = now
            sys.stderr.write(f"\r{megabytes(done)} of {self._all} ")
            sys.stderr.flush()
            self._open = True

    def close(self) -> None:
        """Let what follows begin on a line of its own."""
        if self._open:
            sys.stderr.write("\n")
            self._open = False


def what_is_fetched(wanted: Downloadable) -> str:
    """Return what it is, how large, and from whom it comes."""
    return (
        f"{wanted.name}, licence {wanted.licence}, {megabytes(wanted.size)} from "
        f"{' or '.join(wanted.hosts)}; about it: {wanted.page}"
    )


def megabytes(count: int) -> str:
    """Return a number of bytes as text."""
    return f"{count / _MEGABYTE:.1f} MB"
