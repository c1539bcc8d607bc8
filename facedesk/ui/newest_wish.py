"""Makes what was wished for last, out of the thread of the window."""

from PySide6.QtCore import QObject, Signal

from facedesk.errors import FacedeskError
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Job, Task


class NewestWish(QObject):
    """Emits loaded with what was made, or refused with a FacedeskError.

    A wish takes the place of the one before, of which nothing is told any more.
    """

    loaded = Signal(object)
    refused = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return self._task in self._context.tasks.running

    def forget(self) -> None:
        """Take back the wish."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _wish(self, title: str, job: Job) -> None:
        self.forget()

        def take(made: object) -> None:
            if task is self._task:
                self.loaded.emit(made)

        def refuse(error: FacedeskError) -> None:
            if task is self._task:
                self.refused.emit(error)

        task = self._task = self._context.tasks.start(title, job, take, refuse)
