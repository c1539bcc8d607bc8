"""Writes tables that spreadsheets open: all of a file or, if that fails, nothing of it."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from facedesk.errors import DiskFull, FileNotWritten, StorageError
from facedesk.private_file import write_private

# With these a spreadsheet begins a formula, which a name is not.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_table(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write CSV that only the user may read, in UTF-8 with the mark that spreadsheets look for.

    Raises DiskFull, FileNotWritten.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_as_text(cell) for cell in row])
    try:
        write_private(path, text.getvalue().encode("utf-8-sig"))
    except DiskFull:
        raise
    except StorageError as error:
        raise FileNotWritten(path=path) from error


def _as_text(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
