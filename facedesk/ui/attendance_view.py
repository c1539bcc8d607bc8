"""Who was there on which day, for the days that the user chooses."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from facedesk.gallery.sightings.attendance import Attendance, attendance
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled
from facedesk.ui.widgets.attendance_table import AttendanceModel, AttendanceTable
from facedesk.ui.widgets.date_field import DateField
from facedesk.ui.widgets.empty_state import EmptyState

_FIRST_DAYS = timedelta(days=6)  # before the last day: a week


class AttendanceView(QWidget):
    """Emits shown when it has been read."""

    shown = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self.first = DateField(self.tr("First day"))
        self.last = DateField(self.tr("Last day"))
        self.first.show_day(date.today() - _FIRST_DAYS)
        self.model = AttendanceModel(self)
        self.table = AttendanceTable(self.model)
        sentence = self.tr("No enrolled person was seen on these days.")
        self.nobody = EmptyState("attendance", self.tr("Nobody was there"), sentence)
        self.stack = QStackedWidget()
        for widget in (QLabel(), self.nobody, self.table):
            self.stack.addWidget(widget)
        self._lay_out()
        self.first.day_chosen.connect(self._choose_first)
        self.last.day_chosen.connect(self._choose_last)

    @property
    def rows(self) -> tuple[Attendance, ...]:
        """What is shown."""
        return self.model.rows

    def read(self) -> None:
        """Read the days that are chosen; what was being read is given up."""
        if self._task is not None:
            self._task.cancel()
        first, last, sightings = self.first.day, self.last.day, self._context.gallery.sightings

        def job(progress: Progress, cancelled: Cancelled) -> tuple[Attendance, ...]:
            def step(done: int, total: int) -> None:
                if cancelled():
                    raise TaskCancelled
                progress(done, total, "")

            return attendance(sightings, first, last, step)

        def show(rows: tuple[Attendance, ...]) -> None:
            if (first, last) == (self.first.day, self.last.day):
                self._show(rows)

        self._task = self._context.tasks.start(self.tr("Reading the record"), job, show)
        self._task.finished.connect(self._end)

    def _end(self) -> None:
        if self.sender() is self._task:
            self._task = None

    def _show(self, rows: tuple[Attendance, ...]) -> None:
        if rows != self.model.rows:
            self.model.show_rows(rows)
        self.stack.setCurrentWidget(self.table if rows else self.nobody)
        self.shown.emit()

    def _choose_first(self, day: date) -> None:
        self.last.show_day(max(day, self.last.day))
        self.read()

    def _choose_last(self, day: date) -> None:
        self.first.show_day(min(day, self.first.day))
        self.read()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("From")))
        row.addWidget(self.first)
        row.addWidget(QLabel(self.tr("to")))
        row.addWidget(self.last)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
