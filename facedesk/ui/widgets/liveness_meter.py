"""A small scale between flat and live, with a mark where the evidence stands."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_RADIUS = 6.0
_GAP = 8
_Role = QPalette.ColorRole


class LivenessMeter(QWidget):
    """Flat is on the left, live on the right; without evidence the line is dotted and bare.

    The words beside it say the same, so that screen readers pass over it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaning: float | None = None
        self._ends = self.tr("flat"), self.tr("live")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def leaning(self) -> float | None:
        """Where the mark stands, −1 flat … 1 live; None: there is no mark."""
        return self._leaning

    def show_leaning(self, leaning: float | None) -> None:
        """Put the mark there."""
        if leaning != self._leaning:
            self._leaning = leaning
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, max(self.fontMetrics().height(), round(2 * _RADIUS)) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = (self.fontMetrics().horizontalAdvance(end) + _GAP for end in self._ends)
        painter.setPen(self.palette().color(_Role.PlaceholderText))
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        for words, side in zip(self._ends, sides, strict=True):
            painter.drawText(self.rect(), side | Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_line(painter, QRectF(self.rect()).adjusted(left, 0, -right, 0))
        painter.end()

    def _paint_line(self, painter: QPainter, room: QRectF) -> None:
        room = room.adjusted(_RADIUS, 0, -_RADIUS, 0)
        y, middle = room.center().y(), room.center().x()
        known = self._leaning is not None
        style = Qt.PenStyle.SolidLine if known else Qt.PenStyle.DotLine
        painter.setPen(QPen(self.palette().color(_Role.Dark), 2, style))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.drawLine(QPointF(middle, y - 5), QPointF(middle, y + 5))
        if known:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(_Role.Accent))
            x = middle + self._leaning * room.width() / 2
            painter.drawEllipse(QPointF(x, y), _RADIUS, _RADIUS)
