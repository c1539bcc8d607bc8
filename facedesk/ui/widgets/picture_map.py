"""Where a picture lies in a widget, and the way between the coordinates of the two."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True)
class PictureMap:
    """A picture as large as fits into an area of a widget, centred.

    width, height: of the picture in pixels, at least 1. area: in the widget's coordinates.
    mirrored: left and right change places, as in a mirror.
    """

    width: int
    height: int
    area: QRectF
    mirrored: bool = False

    @property
    def scale(self) -> float:
        """Widget units for each pixel of the picture."""
        return max(min(self.area.width() / self.width, self.area.height() / self.height), 1e-6)

    @property
    def target(self) -> QRectF:
        """The part of the area that the picture covers."""
        target = QRectF(0, 0, self.width * self.scale, self.height * self.scale)
        target.moveCenter(self.area.center())
        return target

    def to_widget(self, x: float, y: float) -> QPointF:
        """Return where a point of the picture lies in the widget."""
        if self.mirrored:
            x = self.width - x
        origin = self.target.topLeft()
        return QPointF(origin.x() + x * self.scale, origin.y() + y * self.scale)

    def to_picture(self, point: QPointF) -> tuple[float, float]:
        """Return which point of the picture, x and y in pixels, lies under a point of the widget.

        It lies outside the picture when the point does.
        """
        origin = self.target.topLeft()
        x = (point.x() - origin.x()) / self.scale
        y = (point.y() - origin.y()) / self.scale
        return (self.width - x if self.mirrored else x), y

    def box_to_widget(self, box: np.ndarray) -> QRectF:
        """Return where a box (4,) of the picture lies in the widget."""
        x1, y1, x2, y2 = (float(value) for value in box)
        return QRectF(self.to_widget(x1, y1), self.to_widget(x2, y2)).normalized()
