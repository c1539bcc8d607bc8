"""A ring that fills up, with an icon in its middle."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from facedesk.ui import icons

_WIDTH = 8.0


class ProgressRing(QWidget):
    """Shows how much is done, 0…1."""

    def __init__(self, side: int = 132, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = 0.0
        self._icon = ""
        self.setFixedSize(side, side)
        self.setAccessibleName(self.tr("Progress"))
        self.show_done(0.0)

    @property
    def done(self) -> float:
        """How much is shown as done, 0…1."""
        return self._done

    def show_done(self, done: float) -> None:
        """Fill the ring up to here."""
        self._done = done
        self.setAccessibleDescription(f"{round(done * 100)} %")
        self.update()

    def show_icon(self, name: str) -> None:
        """Put an icon into the middle."""
        self._icon = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Midlight), _WIDTH))
        painter.drawEllipse(room)
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), _WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._done > 0:
            # Qt counts sixteenths of a degree, counter-clockwise from three o'clock.
            painter.drawArc(room, 90 * 16, round(-self._done * 360 * 16))
        if self._icon:
            middle = self.rect().adjusted(38, 38, -38, -38)
            icons.icon(self._icon).paint(painter, middle)
        painter.end()
