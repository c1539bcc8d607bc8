"""The record as tables that spreadsheets open."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from facedesk.gallery.sightings.attendance import Attendance
from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.table_file import write_table

_SIGHTINGS = ("person", "from", "to", "seconds", "source", "decision", "score")
_ATTENDANCE = ("day", "person", "first", "last", "seconds")


def write_sightings(path: Path, sightings: Iterable[RecordedSighting]) -> None:
    """Write sightings into a file; a stranger has no name.

    Times are those of this computer's clock, with their distance to UTC. Raises DiskFull,
    FileNotWritten.
    """
    write_table(path, _SIGHTINGS, (_of_sighting(sighting) for sighting in sightings))


def write_attendance(path: Path, rows: Iterable[Attendance]) -> None:
    """Write who was there on which day into a file; see write_sightings."""
    write_table(path, _ATTENDANCE, (_of_attendance(row) for row in rows))


def moment_text(moment: datetime) -> str:
    """Return a moment by the clock of this computer, with its distance to UTC."""
    return moment.astimezone().isoformat(timespec="seconds")


def seconds_of(time: timedelta) -> float:
    """Return a length in seconds, with one decimal."""
    return round(time.total_seconds(), 1)


def _of_sighting(sighting: RecordedSighting) -> Sequence[object]:
    return (
        sighting.person or "",
        moment_text(sighting.started_at),
        moment_text(sighting.ended_at),
        seconds_of(sighting.length),
        sighting.source,
        sighting.decision.value,
        "" if sighting.score is None else round(sighting.score, 2),
    )


def _of_attendance(row: Attendance) -> Sequence[object]:
    return (
        row.day.isoformat(),
        row.person,
        moment_text(row.first),
        moment_text(row.last),
        seconds_of(row.seen),
    )
