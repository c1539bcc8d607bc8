"""Exports who is seen in a video, and when."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facedesk.capture.source import Source
from facedesk.live.sightings_file import SightingRow, write_sightings
from facedesk.ui.context import AppContext
from facedesk.ui.saving_table import SavingTable
from facedesk.ui.widgets.timeline_rows import TimelineRow


class ExportingSightings(QObject):
    """Asks for a file and writes it."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._saving = SavingTable(context, window)

    def ask(self, rows: Sequence[TimelineRow], source: Source) -> None:
        """Let the user choose a file, and write the rows of a timeline into it."""
        written = _written(rows)
        likely = Path(source.location).with_suffix(".csv")
        self._saving.ask(likely, lambda path: write_sightings(path, written))


def _written(rows: Sequence[TimelineRow]) -> list[SightingRow]:
    """Return a row for each sighting, the earliest first, under the names of the timeline."""
    written = []
    for row in rows:
        for each in row.seen:
            seen = each.sighting
            score = None if row.stranger else seen.score
            written.append(SightingRow(row.name, seen.start_s, seen.end_s, score))
    return sorted(written, key=lambda row: row.start_s)
