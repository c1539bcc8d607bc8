"""A room of one size for a picture of whatever shape."""

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from facedesk.ui import icons
from facedesk.ui.widgets.fitted_picture import FittedPicture
from facedesk.ui.widgets.picture_map import PictureMap

_CORNER = 12.0
_ICON = 32


class PictureRoom(QWidget):
    """Shows a picture as large as it fits, or an icon while there is none."""

    def __init__(self, size: QSize, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icons.icon(icon, QPalette.ColorRole.PlaceholderText)
        self._image: np.ndarray | None = None
        self._fitted = FittedPicture()
        self.setFixedSize(size)

    @property
    def image(self) -> np.ndarray | None:
        """What is shown."""
        return self._image

    def show_image(self, image: np.ndarray | None) -> None:
        """Show a picture, RGB uint8 (H, W, 3), from now on; None: the icon."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self._image is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
            sign = QRectF(0, 0, _ICON, _ICON)
            sign.moveCenter(room.center())
            self._icon.paint(painter, sign.toRect())
        else:
            height, width = self._image.shape[:2]
            place = PictureMap(width, height, room)
            self._fitted.paint(painter, self._image, place, self.devicePixelRatioF())
        painter.end()
