"""Shows clips that were made of photos: living heads, and pictures of them."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facedesk.liveness.made.contact_sheet import ClipRow, clip_sheet
from facedesk.liveness.made.kinds import Kind
from facedesk.ui.making_clips import MadeClips
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.fitted_image import fitted_image
from facedesk.ui.widgets.labels import text_label

_WIDTH, _HEIGHT = 164, 123
KINDS = {
    Kind.LIVE: QT_TRANSLATE_NOOP("MadeClips", "A living head"),
    Kind.PRINT: QT_TRANSLATE_NOOP("MadeClips", "A print of a photo"),
    Kind.PHOTO_ON_SCREEN: QT_TRANSLATE_NOOP("MadeClips", "A photo on a screen"),
    Kind.CLIP_ON_SCREEN: QT_TRANSLATE_NOOP("MadeClips", "A clip on a screen"),
}


class MadeClipsDialog(QDialog):
    """A row for each kind, over three seconds, for each face.

    Emits save_wanted with a picture of all, RGB uint8 (H, W, 3), and again_wanted when another draw
    is to be made.
    """

    save_wanted = Signal(object)
    again_wanted = Signal()

    def __init__(self, made: MadeClips, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = made
        heading = self.tr("Made clips")
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet = QScrollArea()
        self.sheet.setAccessibleName(heading)
        self.sheet.setWidget(_grid(made.sheets))
        self.again = push_button(self.tr("Draw others"), "random")
        self.save = push_button(self.tr("Save as picture…"), "save")
        self.close_button = push_button(self.tr("Close"), kind="primary")
        self.close_button.setDefault(True)
        self.again.clicked.connect(self._draw_others)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.picture()))
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.again)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        about = self.tr(
            "Each row is three seconds of a clip. A photo is laid over the shape of a head and "
            "moved; and it is held up as a print, or shown on a screen. Draw {n}."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(text_label(heading, "heading"))
        column.addWidget(text_label(about.format(n=made.wish.seed), "secondary"))
        column.addWidget(self.sheet, 1)
        column.addLayout(buttons)
        self.resize(1080, 620)

    def picture(self) -> np.ndarray:
        """Return all rows on one picture, in full size."""
        return np.vstack([np.asarray(clip_sheet(rows)) for rows in self._made.sheets])

    def _draw_others(self) -> None:
        self.again_wanted.emit()
        self.accept()


def _grid(sheets: Sequence[Sequence[ClipRow]]) -> QWidget:
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 8, 8)
    grid.setSpacing(4)
    for rows in sheets:
        for row in rows:
            line = grid.rowCount()
            words = QCoreApplication.translate("MadeClips", KINDS[row.kind])
            grid.addWidget(text_label(words, "secondary"), line, 0, 1, len(row.pictures))
            for column, picture in enumerate(row.pictures):
                grid.addWidget(_picture(picture, words, inside), line + 1, column)
        grid.setRowMinimumHeight(grid.rowCount(), 16)
    return inside


def _picture(image: np.ndarray, words: str, parent: QWidget) -> QLabel:
    ratio = parent.devicePixelRatioF()
    pixels = QPixmap.fromImage(fitted_image(image, round(_WIDTH * ratio), round(_HEIGHT * ratio)))
    pixels.setDevicePixelRatio(ratio)
    label = QLabel()
    label.setPixmap(pixels)
    label.setAccessibleName(words)
    return label
