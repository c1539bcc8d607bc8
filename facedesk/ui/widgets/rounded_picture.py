"""A small square picture with round corners."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPaintEvent, QPalette, QTransform
from PySide6.QtWidgets import QWidget


class RoundedPicture(QWidget):
    """Shows a square QImage, scaled to its own fixed side."""

    def __init__(self, side: int, corner: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corner = corner
        self._image: QImage | None = None
        self.setFixedSize(side, side)

    @property
    def pixels(self) -> int:
        """The side in device pixels: the best size of an image for it."""
        return round(self.width() * self.devicePixelRatioF())

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def show_image(self, image: QImage | None) -> None:
        """Paint this from now on; None: an empty square."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        brush = QBrush(self.palette().color(QPalette.ColorRole.Midlight))
        if self._image is not None:
            brush = QBrush(self._image)
            scale = self.width() / self._image.width()
            brush.setTransform(QTransform.fromScale(scale, scale))
        painter.setBrush(brush)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()), self._corner, self._corner)
        painter.end()
