"""Paints a chart. Import it only where one is shown: pyqtgraph takes its time to import."""

import numpy as np
import pyqtgraph
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facedesk.ui.widgets.chart import Chart, Line
from facedesk.ui.widgets.chart_axis import ShareAxis, axis_for, percent
from facedesk.ui.widgets.chart_legend import ChartLegend, LegendEntry
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.number_axis import NumberAxis, number_axis_for
from facedesk.ui.widgets.number_words import number_words

# After Okabe and Ito: told apart by people with any colour vision, and lighter on a dark page.
_ON_LIGHT = ("#0072b2", "#b84a00", "#007a5a", "#a3487f", "#1a1d24")
_ON_DARK = ("#56b4e9", "#f0a030", "#2fc79a", "#e79ac2", "#e9ebf0")
_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)
_MARK = 11
_HEIGHT = 280
_LEAST_WIDTH = 300
_MARGIN = 28  # pixels by which the text of the last tick may stand out


class ChartView(QFrame):
    """A card with a title, what the lines are, and the lines. It is for looking at only."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.legend = ChartLegend()
        self.plot = _Plot()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._title = text_label("", "heading")
        column.addWidget(self._title)
        column.addWidget(self.legend)
        column.addStretch(1)
        column.addWidget(self.plot)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Show this from now on."""
        self._chart = chart
        self._x = _axis(chart, [line.x for line in chart.lines], chart.log_x)
        self._y = _axis(chart, [line.y for line in chart.lines], chart.log_y)
        self._title.setText(chart.title)
        self.plot.setAccessibleName(chart.title)
        self.plot.setAccessibleDescription(_described(chart))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        """Draw all of it in the colours of the theme."""
        item = self.plot.getPlotItem()
        item.clear()
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        self._draw_axis("bottom", self._x, self._chart.x_name, muted)
        self._draw_axis("left", self._y, self._chart.y_name, muted)
        entries = []
        if self._chart.even:
            pen = QPen(muted, 1.0, Qt.PenStyle.DashLine)
            item.plot([0.0, 1.0], [0.0, 1.0], pen=_drawn(pen))
            entries.append(LegendEntry(self._chart.even, pen))
        lines = [self._draw(line, number) for number, line in enumerate(self._chart.lines)]
        entries = [LegendEntry(line.name, pen) for line, pen in lines] + entries
        if self._chart.mark:
            entries.append(LegendEntry(self._chart.mark, QPen(muted, 2.0), point=True))
        self.legend.show_entries(entries)
        item.setRange(xRange=self._x.ends, yRange=self._y.ends, padding=0.02)

    def _draw(self, line: Line, number: int) -> tuple[Line, QPen]:
        dark = self.palette().color(QPalette.ColorRole.Window).lightness() < 128
        colours = _ON_DARK if dark else _ON_LIGHT
        style = _STYLES[number % len(_STYLES)]
        pen = QPen(QColor(colours[number % len(colours)]), 2.2, style)
        item = self.plot.getPlotItem()
        x, y = self._x.places(line.x), self._y.places(line.y)
        item.plot(x, y, pen=_drawn(pen), antialias=True)
        if line.mark is not None:
            x, y = (np.array([value]) for value in line.mark)
            item.plot(
                self._x.places(x),
                self._y.places(y),
                pen=None,
                antialias=True,
                symbol="o",
                symbolSize=_MARK,
                symbolBrush=self.palette().color(QPalette.ColorRole.Base),
                symbolPen=_drawn(QPen(pen.color(), 2.5)),
            )
        return line, pen

    def _draw_axis(
        self, side: str, axis: ShareAxis | NumberAxis, name: str, colour: QColor
    ) -> None:
        drawn = self.plot.getPlotItem().getAxis(side)
        drawn.enableAutoSIPrefix(False)  # else small numbers would be written as thousandths
        drawn.setTicks([axis.ticks, axis.small_ticks])
        drawn.setPen(colour)
        drawn.setTextPen(colour)
        drawn.setLabel(name, color=colour.name())
        drawn.setStyle(tickLength=4, tickFont=self.font(), hideOverlappingLabels=_MARGIN)
        angle = 90 if side == "bottom" else 0
        grid = _drawn(QPen(self.palette().color(QPalette.ColorRole.Mid), 1.0))
        for place, _ in axis.ticks:
            self.plot.addItem(pyqtgraph.InfiniteLine(place, angle, grid))


class _Plot(pyqtgraph.PlotWidget):
    """Neither dragged nor zoomed: the wheel scrolls the page."""

    def __init__(self) -> None:
        super().__init__(background=None)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.getPlotItem().getViewBox().disableAutoRange()
        # Room for the half of a tick's text that stands out at the upper and the right end.
        self.getPlotItem().layout.setContentsMargins(0, 10, _MARGIN, 6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _axis(chart: Chart, values: list[np.ndarray], log: bool) -> ShareAxis | NumberAxis:
    if chart.numbers:
        return number_axis_for(values, log)
    return axis_for(values, log, from_zero=bool(chart.even))


def _drawn(pen: QPen) -> QPen:
    """Return a pen as wide on the screen as it says, whatever the scale of the plot."""
    cosmetic = QPen(pen)
    cosmetic.setCosmetic(True)
    return cosmetic


def _described(chart: Chart) -> str:
    """Return what the chart shows, for those who don't see it; the table has the figures."""
    parts = [f"{chart.y_name} / {chart.x_name}."]
    for line in chart.lines:
        words = number_words if chart.numbers else percent
        at = "" if line.mark is None else f": {words(line.mark[1])} / {words(line.mark[0])}"
        parts.append(f"{line.name}{at}.")
    return " ".join(parts)
