"""Runs an evaluation as a task; it goes on while other pages are in front."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.errors import FacedeskError
from facedesk.evaluation.plan import Plan, Stage
from facedesk.evaluation.survey import Survey, survey
from facedesk.ui.adding import ready_models
from facedesk.ui.one_task import OneTask
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled
from facedesk.ui.time_left import TimeLeft, time_left_words

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.evaluation.evaluation import Evaluation


class Evaluating(OneTask):
    """Finds an Evaluation."""

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

        self._run(self.tr("Evaluating"), job)

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
