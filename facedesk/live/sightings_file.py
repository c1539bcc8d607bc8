"""Writes who was seen from when to when into a file that spreadsheets open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from facedesk.live.sightings import Sighting
from facedesk.table_file import write_table

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
    """Write rows as a table, times in seconds. Raises DiskFull, FileNotWritten."""
    cells = []
    for row in rows:
        times = (row.start_s, row.end_s, row.end_s - row.start_s)
        score = "" if row.score is None else f"{row.score:.2f}"
        cells.append([row.name, *(f"{seconds:.2f}" for seconds in times), score])
    write_table(path, _COLUMNS, cells)
