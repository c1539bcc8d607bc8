"""A scale with the distance of two faces, and which distances are a yes, a no, or neither."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from facedesk.ui.widgets.verdict_words import distance_words

_BAR = 12.0
_ROOM = 1.25  # of the scale beyond what it must show
_LEAST = 0.01  # of the whole scale, in distance
_Role = QPalette.ColorRole


class DistanceScale(QWidget):
    """From 0 on the left; the words below the bar say what its parts mean, and screen readers
    read the same.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._distance = self._threshold = self._unsure_until = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Scale of the distance"))

    def show_distance(self, distance: float, threshold: float, unsure_until: float) -> None:
        """Show a squared distance; up to the threshold it is a yes, beyond `unsure_until` a no."""
        self._distance = distance
        self._threshold = max(threshold, 0.0)
        self._unsure_until = max(unsure_until, self._threshold)
        text = self.tr("d is {d}: yes up to {t}, not sure up to {u}, no beyond.")
        self.setAccessibleDescription(
            text.format(
                d=distance_words(distance),
                t=distance_words(self._threshold),
                u=distance_words(self._unsure_until),
            )
        )
        self.update()

    @property
    def end(self) -> float:
        """The distance at the right end."""
        return max(self._distance, self._unsure_until, _LEAST) * _ROOM

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(320, round(2 * line + _BAR + 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        bar = QRectF(0, line + 10, self.width(), _BAR)
        edges = [0.0, self._x(self._threshold), self._x(self._unsure_until), bar.right()]
        self._paint_parts(painter, bar, edges)
        self._paint_part_words(painter, edges, bar.bottom() + 6)
        self._paint_distance(painter, bar)
        painter.end()

    def _x(self, distance: float) -> float:
        return self.width() * distance / self.end

    def _paint_parts(self, painter: QPainter, bar: QRectF, edges: list[float]) -> None:
        accent, line = self.palette().color(_Role.Accent), self.palette().color(_Role.Dark)
        painter.setPen(QPen(line, 1))
        for brush, left, right in zip(_brushes(accent), edges, edges[1:], strict=False):
            painter.setBrush(brush)
            painter.drawRect(
                QRectF(left, bar.top(), right - left, bar.height()).adjusted(0.5, 0.5, -0.5, -0.5)
            )

    def _paint_part_words(self, painter: QPainter, edges: list[float], top: float) -> None:
        painter.setPen(self.palette().color(_Role.PlaceholderText))
        height = self.fontMetrics().height()
        texts = (self.tr("Yes"), self.tr("Not sure"), self.tr("No"))
        for text, left, right in zip(texts, edges, edges[1:], strict=False):
            if self.fontMetrics().horizontalAdvance(text) <= right - left:
                room = QRectF(left, top, right - left, height)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_distance(self, painter: QPainter, bar: QRectF) -> None:
        """Paint a pointer with the distance above it, and the threshold as a line."""
        colour = self.palette().color(_Role.WindowText)
        x, threshold = self._x(self._distance), self._x(self._threshold)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(threshold, bar.top() - 3), QPointF(threshold, bar.bottom() + 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        tip = QPointF(x, bar.top() + 3)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-6, -10), tip + QPointF(6, -10)]))
        painter.setPen(colour)
        room = self._paint_label(painter, f"d = {distance_words(self._distance)}", x, QRectF())
        self._paint_label(painter, f"T = {distance_words(self._threshold)}", threshold, room)

    def _paint_label(self, painter: QPainter, text: str, x: float, taken: QRectF) -> QRectF:
        """Write above the bar, unless the room is taken; return the room."""
        width = self.fontMetrics().horizontalAdvance(text) + 8
        left = min(max(x - width / 2, 0), self.width() - width)
        room = QRectF(left, 0, width, self.fontMetrics().height())
        if not room.intersects(taken):
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        return room


def _brushes(accent: QColor) -> tuple[QBrush, QBrush, QBrush]:
    """Return how yes, not sure and no are filled: each is told apart without its colour."""
    return (
        QBrush(accent),
        QBrush(accent, Qt.BrushStyle.BDiagPattern),
        QBrush(Qt.BrushStyle.NoBrush),
    )
