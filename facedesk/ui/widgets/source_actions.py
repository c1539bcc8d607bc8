"""The ways to choose what to look at, apart from cameras: shared by menu and empty state."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.capture.photo_file import PHOTO_SUFFIXES
from facedesk.capture.source import VIDEO_SUFFIXES


class SourceActions(QObject):
    """Four actions. Emits chosen with a text that says what to look at."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._folder = str(Path.home())
        self.open_file = self._action(self.tr("Open video or picture…"), "Ctrl+O")
        self.open_folder = self._action(self.tr("Open folder…"), "Ctrl+Shift+O")
        self.open_address = self._action(self.tr("Open address…"), "Ctrl+L")
        self.stop = self._action(self.tr("Stop"), "Ctrl+.")
        self.open_file.triggered.connect(self._ask_for_file)
        self.open_folder.triggered.connect(self._ask_for_folder)

    def choose(self, text: str) -> None:
        """Choose what the text says: a path, an address, a camera."""
        self.chosen.emit(text)

    def _action(self, text: str, keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        self._window.addAction(action)
        return action

    def _ask_for_file(self) -> None:
        suffixes = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_SUFFIXES | PHOTO_SUFFIXES))
        wanted = self.tr("Videos and pictures ({suffixes})").format(suffixes=suffixes)
        everything = self.tr("All files (*)")
        title = self.tr("Open video or picture")
        path, _ = QFileDialog.getOpenFileName(
            self._window, title, self._folder, f"{wanted};;{everything}"
        )
        self._take(path)

    def _ask_for_folder(self) -> None:
        title = self.tr("Open a folder of pictures")
        self._take(QFileDialog.getExistingDirectory(self._window, title, self._folder))

    def _take(self, path: str) -> None:
        if path:
            self._folder = str(Path(path).parent)
            self.choose(path)
