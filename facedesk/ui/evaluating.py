"""Runs an evaluation as a task; it goes on while other pages are in front."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facedesk.errors import FacedeskError
from facedesk.evaluation.plan import Plan, Stage
from facedesk.evaluation.survey import Survey, survey
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled
from facedesk.ui.time_left import TimeLeft, time_left_words

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.evaluation.evaluation import Evaluation


class Evaluating(QObject):
    """Emits started, progressed (done, total, words) and ended; then found with the Evaluation,
    or failed with the error, unless the user has cancelled.
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
        """Whether an evaluation is on its way."""
        return self._task is not None

    def survey(
        self,
        folder: Path,
        on_result: Callable[[Survey], None],
        on_error: Callable[[FacedeskError], None],
    ) -> None:
        """Count what a folder holds."""
        title = self.tr("Looking through the folder")
        self._context.tasks.start(title, lambda *_: survey(folder), on_result, on_error)

    def start(self, plan: Plan) -> None:
        """Evaluate, unless an evaluation is on its way."""
        if self.running:
            return

        def job(progress: Progress, cancelled: Cancelled) -> "Evaluation":
            return self._evaluated(plan, progress, cancelled)

        title = self.tr("Evaluating")
        self._task = self._context.tasks.start(title, job, self.found.emit, self.failed.emit)
        self._task.progressed.connect(self.progressed)
        self._task.finished.connect(self._end)
        self.started.emit()

    def save(
        self,
        evaluation: "Evaluation",
        folder: Path,
        on_saved: Callable[[Path], None],
        on_error: Callable[[FacedeskError], None],
    ) -> None:
        """Write the report of an evaluation into a folder."""

        def job(_progress: Progress, _cancelled: Cancelled) -> Path:
            from facedesk.evaluation.evaluation_report import write_evaluation_report

            return write_evaluation_report(evaluation, folder)

        self._context.tasks.start(self.tr("Saving the report"), job, on_saved, on_error)

    def cancel(self) -> None:
        """Ask the evaluation to end early."""
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

    def _evaluated(self, plan: Plan, progress: Progress, cancelled: Cancelled) -> "Evaluation":
        session, cache = self._context.session, self._context.paths.encodings
        models = ready_models(session, progress, cancelled)
        from facedesk.evaluation.evaluation import Subject, evaluate

        clock = TimeLeft()

        def step(stage: Stage, done: int, total: int) -> None:
            if cancelled():
                raise TaskCancelled
            progress(done, total, self._words(stage, done, total, clock))

        knowledge = session.knowledge
        subject = Subject(models, knowledge.cohort, knowledge.calibration, knowledge.head)
        return evaluate(plan, subject, cache, step)

    def _words(self, stage: Stage, done: int, total: int, clock: TimeLeft) -> str:
        if stage is Stage.COMPARING:
            return self.tr("Comparing everyone")
        words = self.tr("{n} of {all} photos").format(n=done, all=total)
        seconds = clock.seconds(done, total)
        return words if seconds is None else f"{words} · {time_left_words(seconds)}"
