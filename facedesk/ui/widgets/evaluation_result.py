"""Shows what an evaluation found."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.figures_table import FiguresTable
from facedesk.ui.widgets.findings import Findings
from facedesk.ui.widgets.labels import text_label

_TWO_FIT = 760  # from this width on, two charts stand side by side


class EvaluationResult(QWidget):
    """The sentence on top, then charts, table and notes."""

    def __init__(self, findings: Findings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from facedesk.ui.widgets.chart_view import ChartView

        self.findings = findings
        self.summary = text_label(findings.summary, "heading")
        self.charts = [ChartView(chart) for chart in findings.charts]
        self.table = FiguresTable(findings.table)
        self.copy = push_button(self.tr("Copy table"), "copy")
        self.copy.clicked.connect(self.table.copy)
        self.save = push_button(self.tr("Save report…"), "save")
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._columns = 0
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.summary)
        column.addLayout(self._grid)
        column.addWidget(self.table)
        column.addLayout(buttons)
        for note in self.findings.notes:
            label = text_label(note, "secondary")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        self._arrange()

    def _arrange(self) -> None:
        """Put the charts side by side where there is room."""
        columns = 2 if len(self.charts) > 1 and self.width() >= _TWO_FIT else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, chart in enumerate(self.charts):
            self._grid.addWidget(chart, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
