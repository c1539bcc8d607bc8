"""The head of a timeline: names of columns, and the axis with its times."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from facedesk.ui.widgets.clock_words import length_words
from facedesk.ui.widgets.time_axis import TimeAxis
from facedesk.ui.widgets.timeline_model import LENGTH, TIMES, WHEN, WHO

_PAD = 14  # pixels on both sides of the axis, for what is written at its ends
_ROOM = 64.0  # pixels for a time and some air
_TICK = 5
_AIR = 32  # pixels beside the words of a column
_LONG_S = 59 * 60 + 59
_WIDEST_WHO, _LEAST_WHO = 280, 150


class TimelineHeader(QHeaderView):
    """Emits scrubbed with the time that was clicked, or dragged to."""

    scrubbed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._duration_s = 1.0
        self.setSectionsMovable(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(40)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def axis(self) -> TimeAxis:
        """Where times lie, in the coordinates of the view."""
        left = self.sectionViewportPosition(WHEN) + _PAD
        return TimeAxis(left, max(self.sectionSize(WHEN) - 2 * _PAD, 1), self._duration_s)

    def show_duration(self, duration_s: float) -> None:
        """Let the axis be as long as the video."""
        if duration_s != self._duration_s:
            self._duration_s = max(duration_s, 0.1)
            self.viewport().update()

    def share_room(self, width: int) -> None:
        """Divide so many pixels among the columns."""
        self.resizeSection(WHO, min(max(width // 4, _LEAST_WHO), _WIDEST_WHO))
        self.resizeSection(LENGTH, self._width_for(LENGTH, length_words(_LONG_S)))
        self.resizeSection(TIMES, self._width_for(TIMES, "999"))

    def _width_for(self, section: int, text: str) -> int:
        """Return how many pixels a column takes for its name and for what is below it."""
        name = self.model().headerData(section, Qt.Orientation.Horizontal)
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(words) for words in (name, text)) + _AIR

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.sectionViewportPosition(WHEN):
            self.scrubbed.emit(self.axis.time_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logical_index)
        painter.restore()
        if logical_index == WHEN:
            self._paint_axis(painter, rect)

    def _paint_axis(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        axis = self.axis
        for time_s, text in axis.ticks(_ROOM):
            x = round(axis.place(time_s))
            painter.drawLine(x, rect.bottom() - _TICK, x, rect.bottom())
            width = self.fontMetrics().horizontalAdvance(text)
            left = min(max(x - width // 2, rect.left() + 2), rect.right() - width - 2)
            room = QRect(left, rect.top(), width + 2, rect.height() - _TICK)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
