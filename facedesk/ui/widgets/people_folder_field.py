"""A field for a folder that holds a folder of photos for each person."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel


class PeopleFolderField(QWidget):
    """folder: the one that was chosen, None before. Emits changed when another is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.words = ElidedLabel()
        self.words.setText(self.tr("No folder is chosen yet"))
        self.choose = push_button(self.tr("Choose folder…"), "folder")
        self.choose.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.choose)

    def show_folder(self, folder: Path) -> None:
        """Take this one."""
        self.folder = folder
        self.words.setText(str(folder))
        self.choose.setAccessibleDescription(str(folder))
        self.changed.emit()

    def _ask(self) -> None:
        title = self.tr("Folder with a folder of photos for each person")
        folder = QFileDialog.getExistingDirectory(self, title, str(self.folder or Path.home()))
        if folder:
            self.show_folder(Path(folder))
