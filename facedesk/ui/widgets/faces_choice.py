"""Chooses the faces that the encoder is shown: of everyone enrolled, or of a folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.segments import Segments

_GALLERY, _FOLDER = range(2)


class FacesChoice(QWidget):
    """Emits start_wanted, cancel_wanted, and changed when other faces are chosen."""

    changed = Signal()
    start_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        """folder: of the last time, "" when there was none."""
        super().__init__(parent)
        self._folder = folder
        self.ways = Segments(
            ((self.tr("Everyone enrolled"), "people"), (self.tr("A folder"), "folder"))
        )
        self.path = ElidedLabel()
        self.path.setProperty("role", "secondary")
        self.choose = push_button(self.tr("Choose folder…"), "folder")
        self.start = push_button(self.tr("Look"), kind="primary")
        self.start.setAccessibleName(self.tr("Look inside"))
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel looking inside"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.ways)
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        self.ways.chosen.connect(self._choose_way)
        self.choose.clicked.connect(self.ask)
        self.start.clicked.connect(self.start_wanted)
        self.cancel.clicked.connect(self._cancel)
        self.show_running(False)
        self._show_way()

    @property
    def folder(self) -> Path | None:
        """The folder; None: everyone enrolled."""
        return Path(self._folder) if self.ways.taken == _FOLDER else None

    def choose_folder(self, folder: Path) -> None:
        """Take the photos of this folder from now on."""
        self._folder = str(folder)
        self.ways.choose(_FOLDER)
        self._show_way()
        self.changed.emit()

    def ask(self) -> None:
        """Let the user choose a folder."""
        title = self.tr("Folder of photos")
        start = self._folder or str(Path.home())
        folder = QFileDialog.getExistingDirectory(self, title, start)
        if folder:
            self.choose_folder(Path(folder))

    def show_running(self, running: bool) -> None:
        """Offer to cancel what runs; nothing else can be chosen meanwhile."""
        self.start.setVisible(not running)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(running)
        self.ways.setEnabled(not running)
        self.choose.setEnabled(not running)

    def _choose_way(self, way: int) -> None:
        if way == _FOLDER and not self._folder:
            self.ways.choose(_GALLERY)
            self.ask()
            return
        self._show_way()
        self.changed.emit()

    def _show_way(self) -> None:
        in_folder = self.ways.taken == _FOLDER
        self.choose.setVisible(in_folder)
        self.path.setText(self._folder if in_folder else "")

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_wanted.emit()
