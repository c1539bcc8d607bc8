"""Lets the user choose a file for a picture, writes it, and tells how that went."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.picture_file import with_picture_suffix, write_picture
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level
from facedesk.ui.named_file import named_file


class SavingPicture(QObject):
    """Remembers the folder of the last time."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._folder = Path.home()

    def ask(self, image: np.ndarray, likely: str) -> None:
        """Ask where to, beginning with a likely name, and write RGB uint8 (H, W, 3)."""
        kinds = ";;".join([self.tr("PNG (*.png)"), self.tr("JPEG (*.jpg *.jpeg)")])
        first = str(self._folder / likely)
        title = self.tr("Save the picture")
        path, kind = QFileDialog.getSaveFileName(self._window, title, first, kinds)
        if path:
            self.save(image, named_file(path, ".jpg" if "*.jpg" in kind else ".png"))

    def save(self, image: np.ndarray, path: Path) -> None:
        """Write into a file; one without an ending is given .png."""
        path = with_picture_suffix(path)
        self._folder = path.parent
        text = self.tr("The picture is saved as {file}.").format(file=path)
        self._context.tasks.start(
            self.tr("Saving the picture"),
            lambda *_: write_picture(path, image),
            lambda _: self._context.messages.show(Level.SUCCESS, text),
        )
