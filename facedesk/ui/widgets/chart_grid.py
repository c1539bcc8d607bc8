"""Charts side by side where there is room, else one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_TWO_FIT = 760  # from this width on


class ChartGrid(QWidget):
    """Holds one or more charts, in their order; those that are hidden take no place."""

    def __init__(self, charts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts = tuple(charts)
        self._placed: tuple[int, list[QWidget]] = (0, [])  # columns, and what is in them
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        for chart in self._charts:
            self._grid.addWidget(chart)  # none counts as shown before the grid itself is

    def minimumSizeHint(self) -> QSize:
        """Take the width of one: two side by side must not keep the window from being narrower."""
        width = max(chart.minimumSizeHint().width() for chart in self._charts)
        return QSize(width, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # also when one was shown or hidden
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = [chart for chart in self._charts if not chart.isHidden()]
        columns = 2 if len(shown) > 1 and self.width() >= _TWO_FIT else 1
        if (columns, shown) == self._placed:
            return
        self._placed = columns, shown
        for number, chart in enumerate(shown):
            self._grid.addWidget(chart, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
