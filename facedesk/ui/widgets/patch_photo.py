"""A photo, with the part outlined that excites a unit."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from facedesk.ui.widgets.fitted_picture import FittedPicture
from facedesk.ui.widgets.picture_map import PictureMap

# On a photo of any brightness: a light line in a dark one.
_LINE, _HALO = QColor("white"), QColor(0, 0, 0, 190)


class PatchPhoto(QWidget):
    """Shows a photo as large as it fits into a square."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: np.ndarray | None = None
        self._corners = np.zeros((0, 2))
        self._fitted = FittedPicture()
        self.setFixedSize(side, side)

    def show_photo(self, photo: np.ndarray, corners: np.ndarray) -> None:
        """Show a photo, RGB uint8 (H, W, 3). corners: (4, 2), of the part in it."""
        self._photo, self._corners = photo, corners
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._photo is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, width = self._photo.shape[:2]
        place = PictureMap(width, height, QRectF(self.rect()))
        self._fitted.paint(painter, self._photo, place, self.devicePixelRatioF())
        outline = QPolygonF([QPointF(place.to_widget(x, y)) for x, y in self._corners.tolist()])
        painter.setClipRect(place.target)
        for colour, line in ((_HALO, 5.0), (_LINE, 2.0)):
            painter.setPen(QPen(colour, line, Qt.PenStyle.SolidLine))
            painter.drawPolygon(outline)
        painter.end()
