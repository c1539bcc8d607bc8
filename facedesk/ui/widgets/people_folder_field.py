"""A field for a folder of people on whose photos an encoder is measured."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import text_label


class PeopleFolderField(QWidget):
    """folder: the one that was chosen, None before. Emits changed when another is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        from facedesk.evaluation.know_encoder import FEWEST_PEOPLE  # it brings torch

        self.folder: Path | None = None
        why = self.tr(
            "First, facedesk measures which scores strangers reach with it: choose a folder that "
            "holds a folder of photos for each person, for at least {n} people. It is only read."
        )
        self.words = ElidedLabel()
        self.words.setText(self.tr("No folder is chosen yet"))
        self.choose = push_button(self.tr("Choose folder…"), "folder")
        self.choose.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(why.format(n=FEWEST_PEOPLE), "secondary"))
        column.addLayout(row)

    def show_folder(self, folder: Path) -> None:
        """Take this one."""
        self.folder = folder
        self.words.setText(str(folder))
        self.choose.setAccessibleDescription(str(folder))
        self.changed.emit()

    def problem(self) -> str:
        """Return what is lacking, or ""."""
        return "" if self.folder else self.tr("Choose the folder first.")

    def _ask(self) -> None:
        title = self.tr("Folder with a folder of photos for each person")
        folder = QFileDialog.getExistingDirectory(self, title, str(self.folder or Path.home()))
        if folder:
            self.show_folder(Path(folder))
