"""Says which line of a chart is which."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

_SAMPLE = (34, 16)
_POINT = 4.5


@dataclass(frozen=True)
class LegendEntry:
    """A name and how it is drawn. point: as a mark, not as a line."""

    name: str
    pen: QPen
    point: bool = False


class ChartLegend(QWidget):
    """Shows the names one below the other, so that they fit however long they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[LegendEntry] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def names(self) -> list[str]:
        """The names shown."""
        return [label.text() for label in self.findChildren(QLabel)]

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these instead of those before."""
        if entries == self._entries:
            return
        self._entries = entries
        while self._column.count():
            row = self._column.takeAt(0).widget()
            row.setParent(None)
            row.deleteLater()
        for entry in entries:
            self._column.addWidget(_row(entry))


def _row(entry: LegendEntry) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(_Sample(entry))
    label = QLabel(entry.name)
    label.setProperty("role", "secondary")
    label.setTextFormat(Qt.TextFormat.PlainText)
    line.addWidget(label, 1)
    return row


class _Sample(QWidget):
    def __init__(self, entry: LegendEntry) -> None:
        super().__init__()
        self._entry = entry
        self.setFixedSize(*_SAMPLE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._entry.pen)
        middle = self.height() / 2
        if self._entry.point:
            painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
            painter.drawEllipse(QPointF(self.width() / 2, middle), _POINT, _POINT)
        else:
            painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
        painter.end()
