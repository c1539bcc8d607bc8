"""Runs long jobs in threads of their own; results arrive on the thread of the window."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from facedesk.errors import FacedeskError
from facedesk.ui.messages import Messages

_log = logging.getLogger(__name__)

Result = TypeVar("Result")
Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
Job = Callable[[Progress, Cancelled], Result]


class TaskCancelled(Exception):
    """Raised by a job that was cancelled and has no result: nobody is told."""


class Task(QObject):
    """One job on its way. Its signals are emitted on the thread of the window."""

    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to end early; its result still arrives if it gives one."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Tell whether the job was asked to end early."""
        return self._cancelled.is_set()


class TaskRunner(QObject):
    """Starts tasks and tells how they end.

    A job is called with progress(done, total, note), where a total of 0 means that nobody knows
    how much there is, and cancelled(). It must not touch a widget.
    """

    started = Signal(Task)
    _posted = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._threads: dict[Task, threading.Thread] = {}
        self._deliveries: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._stopped = False
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        title: str,
        job: Job[Result],
        on_result: Callable[[Result], None],
        on_error: Callable[[FacedeskError], None] | None = None,
    ) -> Task:
        """Run a job; one of the two callbacks follows on the thread of the window.

        Without on_error, errors become messages.
        """
        task = Task(title, self)
        if self._stopped:
            task.cancel()
            return task
        run = _Run(task, job, on_result, on_error or self._messages.show_error, self._post)
        thread = threading.Thread(target=run, name=f"task: {title}", daemon=True)
        self._threads[task] = thread
        task.finished.connect(lambda: self._forget(task))
        thread.start()
        self.started.emit(task)
        return task

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks that have not ended, in the order they were started."""
        return tuple(self._threads)

    def stop(self, timeout_s: float = 5.0) -> None:
        """Cancel all tasks and wait for them; no callback is called any more."""
        with self._lock:
            self._stopped = True
            self._deliveries.clear()
        for task in self._threads:
            task.cancel()
        deadline = time.monotonic() + timeout_s
        for thread in self._threads.values():
            thread.join(max(deadline - time.monotonic(), 0))
        self._threads.clear()

    def _post(self, delivery: Callable[[], None]) -> None:
        """Have a callback called on the thread of the window. Safe from any thread."""
        with self._lock:  # so that nothing is emitted once this object may be gone
            if not self._stopped:
                self._deliveries.append(delivery)
                self._posted.emit()

    def _deliver(self) -> None:
        with self._lock:
            delivery = self._deliveries.popleft() if self._deliveries else None
        if delivery is not None:
            delivery()

    def _forget(self, task: Task) -> None:
        self._threads.pop(task, None)
        task.deleteLater()


class _Run:
    """What a task's thread does."""

    def __init__(
        self,
        task: Task,
        job: Job[Result],
        on_result: Callable[[Result], None],
        on_error: Callable[[FacedeskError], None],
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        self._task = task
        self._job = job
        self._on_result = on_result
        self._on_error = on_error
        self._post = post
        self._progress: tuple[int, int, str] | None = None
        self._lock = threading.Lock()

    def __call__(self) -> None:
        try:
            result = self._job(self._note, self._task.is_cancelled)
        except TaskCancelled:
            self._end(lambda: None)
        except FacedeskError as error:
            self._fail(error)
        except Exception:
            _log.exception("the task “%s” failed", self._task.title)
            self._fail(FacedeskError())
        else:
            self._end(lambda: self._on_result(result))

    def _note(self, done: int, total: int, note: str = "") -> None:
        """Pass progress on; while the window has not taken the last, only the newest is kept."""
        with self._lock:
            waiting = self._progress is not None
            self._progress = (done, total, note)
        if not waiting:
            self._post(self._show_progress)

    def _show_progress(self) -> None:
        with self._lock:
            newest, self._progress = self._progress, None
        if newest is not None:
            self._task.progressed.emit(*newest)

    def _fail(self, error: FacedeskError) -> None:
        self._end(lambda: self._on_error(error))

    def _end(self, callback: Callable[[], None]) -> None:
        def end() -> None:
            self._task.finished.emit()
            callback()

        self._post(end)
