"""Writes who was seen from when to when into a file that spreadsheets open."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from facedesk.errors import DiskFull, FileNotWritten, StorageError
from facedesk.live.sightings import Sighting
from facedesk.private_file import write_private

_COLUMNS = ("person", "from", "to", "seconds", "score")


@dataclass(frozen=True)
class SightingRow:
    """name: of a person, or what a stranger is called. score: None where there is no name."""

    name: str
    start_s: float
    end_s: float
    score: float | None


def rows_of(sightings: Iterable[Sighting]) -> Iterator[SightingRow]:
    """Yield a row for each, the earliest first; strangers are numbered in that order."""
    strangers = 0
    for seen in sorted(sightings, key=lambda seen: seen.start_s):
        if seen.person is None:
            strangers += 1
            yield SightingRow(f"Stranger {strangers}", seen.start_s, seen.end_s, None)
        else:
            yield SightingRow(seen.person, seen.start_s, seen.end_s, seen.score)


def write_sightings(path: Path, rows: Iterable[SightingRow]) -> None:
    """Write rows as CSV in UTF-8, times in seconds: all of the file or nothing.

    Only the user may read it. Raises DiskFull, FileNotWritten.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in rows:
        times = (row.start_s, row.end_s, row.end_s - row.start_s)
        score = "" if row.score is None else f"{row.score:.2f}"
        writer.writerow([row.name, *(f"{seconds:.2f}" for seconds in times), score])
    try:
        write_private(path, text.getvalue().encode("utf-8"))
    except DiskFull:
        raise
    except StorageError as error:
        raise FileNotWritten(path=path) from error
