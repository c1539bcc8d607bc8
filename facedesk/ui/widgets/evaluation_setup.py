"""What to evaluate: the folder, how many people are enrolled, which false alarms are accepted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QHBoxLayout, QWidget

from facedesk.evaluation.plan import Plan
from facedesk.evaluation.survey import Survey
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.chart_axis import percent
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.wheel import LeavesWheelToPage

_RATES = (0.001, 0.01, 0.05, 0.1)


class _Choices(LeavesWheelToPage, QComboBox):
    pass


class EvaluationSetup(QFrame):
    """A card with the choices. Emits folder_wanted, start_wanted and cancel_wanted."""

    folder_wanted = Signal()
    start_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, fpir: float, parent: QWidget | None = None) -> None:
        """fpir: the accepted false alarms to begin with."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._folder: Path | None = None
        self._running = False
        self.folder = ElidedLabel()
        self.folder.setText(self.tr("No folder is chosen yet"))
        self.choose = push_button(self.tr("Choose folder…"), "folder")
        self.about_folder = text_label(self._hint(), "secondary")
        self.sizes: list[QCheckBox] = []
        self._size_row = QHBoxLayout()
        self._size_row.setSpacing(16)
        self.rate = self._rates(fpir)
        self.start = push_button(self.tr("Start"), kind="primary")
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel the evaluation"))
        self._lay_out()
        self._connect()
        self.show_running(False)
        self._offer(())

    @property
    def plan(self) -> Plan | None:
        """What the user wants; None while that can't be measured."""
        sizes = tuple(int(box.text()) for box in self.sizes if box.isChecked())
        if self._folder is None or not sizes:
            return None
        return Plan(self._folder, sizes, self.rate.currentData())

    def show_folder(self, folder: Path) -> None:
        """Show a folder that is being looked through."""
        self._folder = folder
        self.folder.setText(str(folder))
        self._say(self.tr("Looking through the folder…"))
        self._offer(())

    def show_survey(self, survey: Survey) -> None:
        """Show what the folder holds, and offer what can be measured on it."""
        text = self.tr("{photos} photos of {people} people; {single} of them have a single photo.")
        counts = text.format(photos=survey.photos, people=survey.people, single=survey.single)
        self._offer(survey.gallery_sizes)
        if survey.gallery_sizes:
            self._say(counts)
        else:
            self._say(f"{counts} {self._needs()}", "error")

    def show_problem(self, sentence: str) -> None:
        """Say why the folder can't be used."""
        self._offer(())
        remedy = self.tr("Choose a folder that holds a folder of photos for each person.")
        self._say(f"{sentence} {remedy}", "error")

    def show_running(self, running: bool) -> None:
        """Offer to cancel what runs; nothing else can be chosen meanwhile."""
        self._running = running
        self.start.setVisible(not running)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(running)
        for widget in (self.choose, self.rate, *self.sizes):
            widget.setEnabled(not running)

    def _lay_out(self) -> None:
        rows = QGridLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        rows.setColumnStretch(1, 1)
        rows.addWidget(text_label(self.tr("Folder")), 0, 0)
        rows.addWidget(self.folder, 0, 1)
        rows.addWidget(self.choose, 0, 2)
        rows.addWidget(self.about_folder, 1, 1, 1, 2)
        self._size_label = text_label(self.tr("People enrolled"))
        rows.addWidget(self._size_label, 2, 0)
        rows.addLayout(self._size_row, 2, 1)
        rate = text_label(self.tr("False alarms"))
        rate.setBuddy(self.rate)
        rows.addWidget(rate, 3, 0)
        rows.addWidget(self.rate, 3, 1, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.start, 3, 2)
        rows.addWidget(self.cancel, 3, 2)
        for label in (rows.itemAtPosition(row, 0).widget() for row in (0, 2, 3)):
            label.setWordWrap(False)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.folder_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.cancel.clicked.connect(self._cancel)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_wanted.emit()

    def _rates(self, fpir: float) -> QComboBox:
        rates = _Choices()
        rates.setAccessibleName(self.tr("Accepted false alarms"))
        for rate in sorted({*_RATES, fpir}):
            text = self.tr("{rate} of strangers may be given a name")
            rates.addItem(text.format(rate=percent(rate)), rate)
        rates.setCurrentIndex(rates.findData(fpir))
        return rates

    def _offer(self, sizes: Sequence[int]) -> None:
        while self._size_row.count():
            widget = self._size_row.takeAt(0).widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.sizes = [self._box(size) for size in sizes]
        for box in self.sizes:
            self._size_row.addWidget(box)
        self._size_row.addStretch(1)
        self._size_label.setVisible(bool(sizes))
        self._show_startable()

    def _box(self, size: int) -> QCheckBox:
        box = QCheckBox(str(size))
        box.setAccessibleName(self.tr("{n} people enrolled").format(n=size))
        box.setChecked(True)
        box.setEnabled(not self._running)
        box.toggled.connect(self._show_startable)
        return box

    def _show_startable(self) -> None:
        self.start.setEnabled(self.plan is not None)

    def _say(self, text: str, role: str = "secondary") -> None:
        self.about_folder.setProperty("role", role)
        self.about_folder.style().polish(self.about_folder)
        self.about_folder.setText(text)

    def _hint(self) -> str:
        return self.tr(
            "It holds a folder of photos for each person, such as Ada/1.jpg. "
            "The photos are only read."
        )

    def _needs(self) -> str:
        return self.tr(
            "This takes people with several photos, and at least 20 more with a single one: "
            "those are the strangers."
        )
