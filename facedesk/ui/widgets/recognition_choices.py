"""What to choose for an evaluation of recognition."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from facedesk.evaluation.plan import RecognitionPlan
from facedesk.evaluation.survey import FEWEST_STRANGERS, Survey
from facedesk.ui.widgets.chart_axis import percent
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.wheel import LeavesWheelToPage

_RATES = (0.001, 0.01, 0.05, 0.1)


class _Choices(LeavesWheelToPage, QComboBox):
    pass


class RecognitionChoices(QWidget):
    """How many people are enrolled, and which false alarms are accepted. Emits changed."""

    changed = Signal()

    def __init__(self, fpir: float, parent: QWidget | None = None) -> None:
        """fpir: the accepted false alarms to begin with."""
        super().__init__(parent)
        self.sizes: list[QCheckBox] = []
        self._boxes = QHBoxLayout()
        self._boxes.setSpacing(16)
        self.rate = self._rates(fpir)
        self.problem = text_label("", "error")
        self._sizes_label = QLabel(self.tr("People enrolled"))
        rate = QLabel(self.tr("False alarms"))
        rate.setBuddy(self.rate)
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(16)
        rows.setColumnStretch(1, 1)
        rows.addWidget(self.problem, 0, 0, 1, 2)
        rows.addWidget(self._sizes_label, 1, 0)
        rows.addLayout(self._boxes, 1, 1)
        rows.addWidget(rate, 2, 0)
        rows.addWidget(self.rate, 2, 1, Qt.AlignmentFlag.AlignLeft)
        self.offer(None)

    def offer(self, survey: Survey | None) -> None:
        """Offer what can be measured on a folder; None: it is not known yet."""
        self._show_sizes(survey.gallery_sizes if survey else ())
        impossible = survey is not None and not survey.gallery_sizes
        self.problem.setText(self._needs() if impossible else "")
        self.problem.setVisible(impossible)
        self.changed.emit()

    def plan(self, folder: Path) -> RecognitionPlan | None:
        """Return what the user wants; None while that can't be measured."""
        sizes = tuple(int(box.text()) for box in self.sizes if box.isChecked())
        return RecognitionPlan(folder, sizes, self.rate.currentData()) if sizes else None

    def _rates(self, fpir: float) -> QComboBox:
        rates = _Choices()
        rates.setAccessibleName(self.tr("Accepted false alarms"))
        for rate in sorted({*_RATES, fpir}):
            text = self.tr("{rate} of strangers may be given a name")
            rates.addItem(text.format(rate=percent(rate)), rate)
        rates.setCurrentIndex(rates.findData(fpir))
        return rates

    def _show_sizes(self, sizes: Sequence[int]) -> None:
        while self._boxes.count():
            widget = self._boxes.takeAt(0).widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.sizes = [self._box(size) for size in sizes]
        for box in self.sizes:
            self._boxes.addWidget(box)
        self._boxes.addStretch(1)
        self._sizes_label.setVisible(bool(sizes))

    def _box(self, size: int) -> QCheckBox:
        box = QCheckBox(str(size))
        box.setAccessibleName(self.tr("{n} people enrolled").format(n=size))
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.setChecked(True)
        box.toggled.connect(self.changed)
        return box

    def _needs(self) -> str:
        text = self.tr(
            "Recognition takes people with several photos, and at least {n} more with a single "
            "one: those are the strangers."
        )
        return text.format(n=FEWEST_STRANGERS)
