"""Trains encoders as tasks; a training goes on while other pages are in front."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facedesk.errors import FacedeskError
from facedesk.low_priority import give_way
from facedesk.paths import make_private_folder
from facedesk.training.facts import checkpoint_file
from facedesk.training.kept import KeptTraining, kept_training, new_folder
from facedesk.training.progress import Ended, Stepped
from facedesk.training.record import TrainingRecord
from facedesk.training.training_settings import TrainingSettings
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.lab_faces import LabFolder, faces_in
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled
from facedesk.ui.time_left import TimeLeft, time_left_words

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.training.face_set import FaceSet
    from facedesk.training.preparing import Prepared
    from facedesk.training.task import TrainingTask

_TELL_EVERY_S = 0.5  # more often is not seen, and painting would hold up what is shown live


@dataclass(frozen=True)
class Outcome:
    """kept: what is there now, None when it ended before anything was saved.

    error: why it ended early, None when it is done or the user has paused it.
    """

    kept: KeptTraining | None
    error: FacedeskError | None


class Training(QObject):
    """Emits idle whenever it has stopped; then planned with a Prepared, or refused with the error.

    Once a training runs: begun, progressed (done, total, words) when there is more in `record`,
    idle, and ended with the Outcome.
    """

    idle = Signal()
    planned = Signal(object)
    refused = Signal(object)
    begun = Signal()
    progressed = Signal(int, int, str)
    ended = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self.record = TrainingRecord()
        self.settings = TrainingSettings()

    @property
    def running(self) -> bool:
        """Whether a training is planned or runs."""
        return self._task is not None

    def plan(self, folder: LabFolder, settings: TrainingSettings, minutes: float) -> None:
        """Find out how a training of so many minutes would go; nothing is learned or written."""
        if self.running:
            return
        context = self._context
        out = new_folder(context.paths.trainings, datetime.now())

        def job(progress: Progress, cancelled: Cancelled) -> "Prepared":
            ready_models(context.session, progress, cancelled)
            progress(0, 0, self.tr("Finding out how quick this computer is…"))
            from facedesk.training.preparing import Length, prepare

            give_way()
            task = _task_of(folder.faces, folder.path, settings, out)
            prepared = prepare(task, Length(minutes=minutes))
            if cancelled():
                raise TaskCancelled
            return prepared

        title = self.tr("Planning the training")
        self._run(title, job, self.planned.emit, self.refused.emit)

    def start(self, prepared: "Prepared") -> None:
        """Begin what was planned."""
        self._train(prepared.task.settings, TrainingRecord(), lambda *_: prepared)

    def go_on(self, kept: KeptTraining) -> None:
        """Let a training go on that was stopped."""
        facts, context = kept.facts, self._context

        def prepared(progress: Progress, cancelled: Cancelled) -> "Prepared":
            faces = faces_in(facts.images, context, progress, cancelled)
            from facedesk.training.preparing import prepare_to_go_on

            return prepare_to_go_on(_task_of(faces, facts.images, facts.settings, kept.folder))

        record = TrainingRecord(facts.validations, facts.step)
        self._train(facts.settings, record, prepared, kept.folder)

    def pause(self) -> None:
        """Save and end; it can go on at any time."""
        if self._task is not None:
            self._task.cancel()

    def _train(
        self,
        settings: TrainingSettings,
        record: TrainingRecord,
        prepared: Callable[[Progress, Cancelled], "Prepared"],
        folder: Path | None = None,
    ) -> None:
        """prepared: called in the task. folder: of one that goes on."""
        if self.running:
            return
        self.record, self.settings = record, settings

        def job(progress: Progress, cancelled: Cancelled) -> Outcome:
            give_way()
            out = folder
            try:
                ready = prepared(progress, cancelled)
                out = ready.task.folder
                self._learn(ready, record, progress, cancelled)
            except TaskCancelled:
                return _outcome(out, None)
            except FacedeskError as error:
                return _outcome(out, error)
            return _outcome(out, None)

        def fail(error: FacedeskError) -> None:
            self.ended.emit(Outcome(None, error))

        self._run(self.tr("Training an encoder"), job, self.ended.emit, fail)
        self._task.progressed.connect(self.progressed)
        self.begun.emit()

    def _learn(
        self,
        prepared: "Prepared",
        record: TrainingRecord,
        progress: Progress,
        cancelled: Cancelled,
    ) -> None:
        """Train, in the task, and tell how far it is."""
        make_private_folder(self._context.paths.trainings)
        progress(0, 0, self.tr("Trying the encoder as it is at the start…"))
        clock, told_at = TimeLeft(), 0.0
        for told in prepared.run(self.tr("facedesk's Lab page"), cancelled):
            record.take(told)
            if isinstance(told, Ended):
                return
            now = time.monotonic()
            if isinstance(told, Stepped) and now - told_at < _TELL_EVERY_S:
                continue
            told_at = now
            progress(told.step, told.steps, self._words(told.step, told.steps, clock))

    def _words(self, step: int, steps: int, clock: TimeLeft) -> str:
        words = self.tr("Step {n} of {all}").format(n=step, all=steps)
        seconds = clock.seconds(step, steps)
        return words if not seconds else f"{words} · {time_left_words(seconds)}"

    def _run(
        self,
        title: str,
        job: Callable[[Progress, Cancelled], object],
        on_result: Callable[[object], None],
        on_error: Callable[[FacedeskError], None],
    ) -> None:
        self._task = self._context.tasks.start(title, job, on_result, on_error)
        self._task.finished.connect(self._end)

    def _end(self) -> None:
        self._task = None
        self.idle.emit()


def _task_of(
    faces: "FaceSet", images: Path, settings: TrainingSettings, out: Path
) -> "TrainingTask":
    """Split the people and say how it is judged. Raises OnePersonOnly, OnePhotoEach."""
    from facedesk.evaluation.validation import validate
    from facedesk.training.task import TrainingTask
    from facedesk.training.webcam_copies import split_with_copies

    learned, held_out = split_with_copies(faces, settings)
    return TrainingTask(learned, held_out, validate, settings, images, out)


def _outcome(folder: Path | None, error: FacedeskError | None) -> Outcome:
    there = folder is not None and checkpoint_file(folder).is_file()
    return Outcome(kept_training(folder) if there else None, error)
