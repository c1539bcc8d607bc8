"""Measures how fast facedesk is on this computer, and shows the figures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.ui.measuring_speed import measure_speed
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.figures_table import FiguresTable
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from facedesk.bench.figure import Figure


class SpeedDialog(QDialog):
    """Measures as soon as it is made; closing it stops that. Use open(), which does not block."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Speed"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table: FiguresTable | None = None
        self.heading = text_label(
            self.tr("Measuring the speed of facedesk on this computer…"), "heading"
        )
        self.words = text_label("", "secondary")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.heading.text())
        self.copy = push_button(self.tr("Copy"))
        self.copy.hide()
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.closing = push_button(self.tr("Close"), kind="primary")
        self.closing.clicked.connect(self.accept)
        self.closing.hide()
        self._lay_out()
        self._task = measure_speed(tasks, self._show, self._refuse)
        self._task.progressed.connect(self._show_progress)

    def done(self, result: int) -> None:
        self._task.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.closing)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addLayout(self._middle, 1)
        column.addLayout(buttons)
        self.resize(720, 460)

    def _show_progress(self, done: int, total: int, words: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.words.setText(words)

    def _show(self, figures: "tuple[Figure, ...]") -> None:
        from facedesk.ui.widgets.speed_words import speed_table

        if self._task.is_cancelled():
            return
        self._end(
            self.tr("The speed of facedesk on this computer"),
            self.tr("Whatever runs at the same time, such as the camera, makes it slower."),
        )
        self.table = FiguresTable(speed_table(figures))
        self._middle.addWidget(scrolling(self.table), 1)
        self.copy.clicked.connect(self.table.copy)
        self.copy.show()

    def _refuse(self, error: FacedeskError) -> None:
        if not self._task.is_cancelled():
            self._end(self.tr("The speed could not be measured"), error_text(error))

    def _end(self, heading: str, words: str) -> None:
        self.progress.hide()
        self.heading.setText(heading)
        self.words.setText(words)
        self.cancel.hide()
        self.closing.show()
        self.closing.setDefault(True)
        announce(self, heading)
