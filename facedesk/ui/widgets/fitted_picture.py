"""A picture that fills its room in a widget, with round corners."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QTransform

from facedesk.ui.widgets.fitted_image import fitted_image
from facedesk.ui.widgets.picture_map import PictureMap

_CORNER = 12.0


class FittedPicture:
    """Fits a picture anew only when it, its size or its mirroring has changed."""

    def __init__(self) -> None:
        self._image: np.ndarray | None = None
        self._mirrored = False
        self._fitted = QImage()

    def paint(self, painter: QPainter, image: np.ndarray, place: PictureMap, ratio: float) -> None:
        """Paint a picture, RGB uint8 (H, W, 3), at its place. ratio: device pixels per unit."""
        left, top = round(place.target.left() * ratio), round(place.target.top() * ratio)
        width, height = round(place.target.width() * ratio), round(place.target.height() * ratio)
        self._fit(image, QSize(width, height), place.mirrored)
        # A brush, since clipping to round corners would leave them jagged.
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        brush = QBrush(self._fitted)
        brush.setTransform(QTransform.fromTranslate(left, top))
        painter.setBrush(brush)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(left, top, width, height), _CORNER * ratio, _CORNER * ratio)
        painter.restore()

    def _fit(self, image: np.ndarray, size: QSize, mirrored: bool) -> None:
        fits = self._image is image and self._fitted.size() == size
        if not fits or self._mirrored != mirrored:
            self._image, self._mirrored = image, mirrored
            self._fitted = fitted_image(image, size.width(), size.height(), mirrored)
