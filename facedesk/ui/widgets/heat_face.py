"""A picture with a heat map over it: colours, and signs for whoever does not see them."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facedesk.insight.tint import tinted
from facedesk.opencv import cv2
from facedesk.ui.widgets.fitted_image import fitted_image

_CELLS = 8  # signs across
_FAINT = 0.2  # below it, there is no sign
_CORNER = 12.0


class HeatFace(QWidget):
    """Shows a square picture in a fixed size, with or without its heat map."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: np.ndarray | None = None
        self._heat: np.ndarray | None = None
        self.setFixedSize(side, side)

    @property
    def heat(self) -> np.ndarray | None:
        """The heat map that is shown."""
        return self._heat

    def show_picture(self, image: np.ndarray | None, heat: np.ndarray | None) -> None:
        """Show a picture, RGB uint8 (S, S, 3), with a heat map (H, W) of −1…1 stretched over it.

        Above 0 speaks for, below 0 against. None: without one.
        """
        self._image, self._heat = image, heat
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        room = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(room, _CORNER, _CORNER)
        painter.setClipPath(outline)
        if self._image is None:
            painter.fillPath(outline, self.palette().midlight())
        else:
            shown = self._image if self._heat is None else heated(self._image, self._heat)
            side = round(self.width() * self.devicePixelRatioF())
            painter.drawImage(room, fitted_image(shown, side, side))
        if self._heat is not None:
            _paint_signs(painter, self._heat, room)
        painter.end()


def heated(image: np.ndarray, heat: np.ndarray) -> np.ndarray:
    """Return a picture, RGB uint8 (H, W, 3), tinted by a heat map of −1…1 stretched over it."""
    size = image.shape[1], image.shape[0]
    heat = cv2.resize(heat.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    return tinted(image, heat)


def signs(heat: np.ndarray) -> np.ndarray:
    """Return how strongly each cell of a grid speaks for or against: (_CELLS, _CELLS), −1…1.

    What is faint is 0.
    """
    cells = cv2.resize(heat.astype(np.float32), (_CELLS, _CELLS), interpolation=cv2.INTER_AREA)
    cells[np.abs(cells) < _FAINT] = 0
    return cells


def _paint_signs(painter: QPainter, heat: np.ndarray, room: QRectF) -> None:
    """Write + and − over what speaks for and against, the larger, the more it does."""
    cells = signs(heat)
    side = room.width() / _CELLS
    for row, column in np.argwhere(cells != 0):
        value = float(cells[row, column])
        font = QFont(painter.font())
        font.setPixelSize(max(round(side * (0.45 + 0.5 * abs(value))), 8))
        font.setWeight(QFont.Weight.Bold)
        place = QRectF(column * side, row * side, side, side)
        path = QPainterPath()
        path.addText(0, 0, font, "+" if value > 0 else "−")
        path.translate(place.center() - path.boundingRect().center())
        painter.strokePath(path, QPen(QColor(0, 0, 0, 170), 2.5, Qt.PenStyle.SolidLine))
        painter.fillPath(path, QColor("white"))
