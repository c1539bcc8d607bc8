"""Shows what an evaluation found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.chart_grid import ChartGrid
from facedesk.ui.widgets.figures_table import FiguresTable
from facedesk.ui.widgets.findings import Findings
from facedesk.ui.widgets.labels import text_label


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
        self._lay_out()

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
        column.addWidget(ChartGrid(self.charts))
        column.addWidget(self.table)
        column.addLayout(buttons)
        for note in self.findings.notes:
            label = text_label(note, "secondary")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
