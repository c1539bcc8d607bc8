"""Exports who is seen in a video, and when."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.capture.source import Source
from facedesk.live.sightings_file import SightingRow, write_sightings
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level
from facedesk.ui.widgets.timeline_rows import TimelineRow


class ExportingSightings(QObject):
    """Asks for a file, writes it, and tells how that went."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, rows: Sequence[TimelineRow], source: Source) -> None:
        """Let the user choose a file, and write the rows of a timeline into it."""
        title = self.tr("Export who is seen when")
        likely = str(Path(source.location).with_suffix(".csv"))
        kind = self.tr("Tables (*.csv)")
        path, _ = QFileDialog.getSaveFileName(self._window, title, likely, kind)
        if path:
            self.export(rows, Path(path))

    def export(self, rows: Sequence[TimelineRow], path: Path) -> None:
        """Write the rows of a timeline into a file."""
        written = _written(rows)
        title = self.tr("Saving the table")
        self._context.tasks.start(
            title, lambda *_: write_sightings(path, written), lambda _: self._tell(path)
        )

    def _tell(self, path: Path) -> None:
        text = self.tr("The table is saved as {file}.").format(file=path)
        self._context.messages.show(Level.SUCCESS, text)


def _written(rows: Sequence[TimelineRow]) -> list[SightingRow]:
    """Return a row for each sighting, the earliest first, under the names of the timeline."""
    written = []
    for row in rows:
        for each in row.seen:
            seen = each.sighting
            score = None if row.stranger else seen.score
            written.append(SightingRow(row.name, seen.start_s, seen.end_s, score))
    return sorted(written, key=lambda row: row.start_s)
