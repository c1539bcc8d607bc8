"""Downloads a file as a task, when the user asks for it, and goes on where that broke off."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from facedesk.downloads.download import part_of
from facedesk.downloads.downloadable import Downloadable
from facedesk.errors import DownloadFailed, FacedeskError
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled
from facedesk.ui.widgets.data_size import some_of

_Fetch = Callable[[Callable[[int, int], None]], object]


class Downloading(QObject):
    """Emits changed when a download begins, goes on, or ends; done with what became of it."""

    changed = Signal()
    done = Signal(object)

    def __init__(
        self, context: AppContext, wanted: Downloadable, fetch: _Fetch, parent: QObject
    ) -> None:
        """fetch: downloads the file into Paths.downloads, given a progress; called in the task."""
        super().__init__(parent)
        self._fetch = fetch
        self.wanted = wanted
        self._context = context
        self._task: Task | None = None
        self._come = 0

    @property
    def running(self) -> bool:
        """Whether it is on its way."""
        return self._task is not None

    @property
    def here(self) -> int:
        """How many bytes have come so far."""
        if self.running:
            return self._come
        part = part_of(self.wanted, self._context.paths.downloads)
        return min(part.stat().st_size, self.wanted.size) if part.is_file() else 0

    def start(self) -> None:
        """Begin, or go on with what has come; nothing while it is on its way."""
        if self.running:
            return

        def job(progress: Progress, cancelled: Cancelled) -> object:
            def step(done: int, total: int) -> None:
                if cancelled():
                    raise TaskCancelled
                progress(done, total, some_of(done, total))

            try:
                return self._fetch(step)
            except DownloadFailed:
                if cancelled():  # while a silent server was waited for
                    raise TaskCancelled from None
                raise

        self._come = self.here
        title = self.tr("Downloading {name}").format(name=self.wanted.name)
        self._task = self._context.tasks.start(title, job, self.done.emit, self._refuse)
        self._task.progressed.connect(self._note)
        self._task.finished.connect(self._end)
        self.changed.emit()

    def cancel(self) -> None:
        """Break it off; what has come is kept."""
        if self._task is not None:
            self._task.cancel()

    def _note(self, come: int) -> None:
        self._come = come
        self.changed.emit()

    def _end(self) -> None:
        self._task = None
        self.changed.emit()

    def _refuse(self, error: FacedeskError) -> None:
        self._context.messages.show_error(error)
