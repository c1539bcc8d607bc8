"""Lets the user choose a file for a table, writes it, and tells how that went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level
from facedesk.ui.named_file import named_file


class SavingTable(QObject):
    """write: called in a task with the file."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._folder = Path.home()

    def ask(self, likely: Path, write: Callable[[Path], None]) -> None:
        """Ask where to, beginning with a likely file, and write."""
        title, kind = self.tr("Export a table"), self.tr("Tables (*.csv)")
        first = str(self._folder / likely)
        path, _ = QFileDialog.getSaveFileName(self._window, title, first, kind)
        if path:
            self.save(named_file(path, ".csv"), write)

    def save(self, path: Path, write: Callable[[Path], None]) -> None:
        """Write into a file; one without an ending is given .csv."""
        path = path if path.suffix else path.with_suffix(".csv")
        self._folder = path.parent
        text = self.tr("The table is saved as {file}.").format(file=path)
        self._context.tasks.start(
            self.tr("Saving the table"),
            lambda *_: write(path),
            lambda _: self._context.messages.show(Level.SUCCESS, text),
        )
