"""The running tasks, at the bottom of the window."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facedesk.ui.tasks import Task, TaskRunner
from facedesk.ui.widgets.elided_label import ElidedLabel

_PATIENCE_MS = 300  # what is done by then is not worth a flicker


class TaskBar(QFrame):
    """Shows a row for each task that takes its time; nothing while there is none."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task_bar")
        self.setAccessibleName(self.tr("Running tasks"))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(24, 6, 24, 6)
        self._rows.setSpacing(4)
        self.hide()
        tasks.started.connect(self._add)

    @property
    def rows(self) -> tuple["TaskRow", ...]:
        """The rows shown, or about to be shown."""
        return tuple(self.findChildren(TaskRow))

    def _add(self, task: Task) -> None:
        row = TaskRow(task, self)
        self._rows.addWidget(row)
        task.finished.connect(lambda: self._remove(row))
        timer = QTimer(row, singleShot=True, interval=_PATIENCE_MS)
        timer.timeout.connect(lambda: self._reveal(row))
        timer.start()

    def _reveal(self, row: "TaskRow") -> None:
        if row.parent() is self:  # it may have ended in the very same moment
            row.show()
            self.show()

    def _remove(self, row: "TaskRow") -> None:
        row.setParent(None)
        row.deleteLater()
        self.setVisible(any(not other.isHidden() for other in self.rows))


class TaskRow(QWidget):
    """Title, progress, note and Cancel of one task."""

    def __init__(self, task: Task, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._task = task
        title = QLabel(task.title)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(200)
        self.progress.setAccessibleName(task.title)
        self.note = ElidedLabel()
        self.note.setProperty("role", "secondary")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel: {title}").format(title=task.title))
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(self.progress)
        row.addWidget(self.note, 1)
        row.addWidget(self.cancel)
        task.progressed.connect(self._show_progress)

    def _show_progress(self, done: int, total: int, note: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if not self._task.is_cancelled():
            self.note.setText(note)

    def _cancel(self) -> None:
        self._task.cancel()
        self.cancel.setEnabled(False)
        self.note.setText(self.tr("Stopping…"))
