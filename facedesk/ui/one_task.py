"""A long job of which there is one at a time; it goes on while other pages are in front."""

from PySide6.QtCore import QObject, Signal

from facedesk.errors import FacedeskError
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Job, Task


class OneTask(QObject):
    """Emits started, progressed (done, total, words) and ended; then found with the result, or
    failed with the error, unless the user has cancelled.
    """

    started = Signal()
    progressed = Signal(int, int, str)
    ended = Signal()
    found = Signal(object)
    failed = Signal(FacedeskError)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """Whether it is on its way."""
        return self._task is not None

    def cancel(self) -> None:
        """Ask it to end early."""
        if self._task is not None:
            self._task.cancel()

    def _run(self, title: str, job: Job) -> None:
        self._task = self._context.tasks.start(title, job, self.found.emit, self.failed.emit)
        self._task.progressed.connect(self.progressed)
        self._task.finished.connect(self._end)
        self.started.emit()

    def _end(self) -> None:
        self._task = None
        self.ended.emit()
