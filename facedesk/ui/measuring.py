"""Measures on the user's own pictures how strict to be, and decides by that."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.errors import (
    FacedeskError,
    FolderEmpty,
    ModelNotMeasured,
    ResourceMissing,
    TooFewPeople,
)
from facedesk.matching.grounds import load_grounds
from facedesk.matching.thresholds import (
    Calibration,
    drop_own_calibration,
    keep_own_calibration,
    load_calibration,
    own_calibration,
)
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Action, Level
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.evaluation.measure import Measurement


class Measuring(QObject):
    """Emits changed when another calibration counts, started and finished around a measurement."""

    changed = Signal()
    started = Signal()
    finished = Signal()

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    @property
    def used(self) -> Calibration:
        """The calibration that decisions are based on. Raises ResourceMissing."""
        knowledge = self._context.session.knowledge
        if knowledge is not None:
            return knowledge.calibration
        return self._calibration(self._context.paths.calibrations)

    @property
    def own(self) -> Calibration | None:
        """The user's own, if they have one."""
        encoder_id = self._context.session.encoder_id
        return own_calibration(encoder_id, self._context.paths.calibrations)

    def ask(self) -> None:
        """Let the user choose the folder, and measure."""
        title = self.tr("Folder with a folder of photos for each person")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(Path.home()))
        if folder:
            self.measure(Path(folder))

    def measure(self, folder: Path) -> Task:
        """Measure on FOLDER/PERSON/*.jpg, then decide by that."""

        def job(progress: Progress, cancelled: Cancelled) -> "Measurement | None":
            try:
                return self._measured(folder, progress, cancelled)
            except TaskCancelled:
                return None

        title = self.tr("Measuring on your pictures")
        task = self._context.tasks.start(title, job, self._tell, self._refuse)
        task.finished.connect(self.finished)
        self.started.emit()
        return task

    def use_shipped(self) -> None:
        """Decide by what facedesk came with; that can be undone."""
        context, own = self._context, self.own

        def job(progress: Progress, cancelled: Cancelled) -> Calibration:
            models = ready_models(context.session, progress, cancelled)
            drop_own_calibration(models.encoder.id, context.paths.calibrations)
            return self._calibration()

        def tell(shipped: Calibration) -> None:
            self._decide_by(shipped)
            text = self.tr("facedesk decides by the measurement it came with again.")
            undo = Action(self.tr("Undo"), lambda: self._use_again(own)) if own else None
            context.messages.show(Level.SUCCESS, text, action=undo)

        context.tasks.start(self.tr("Going back to what was shipped"), job, tell)

    def _calibration(self, own: Path | None = None) -> Calibration:
        """Return what the encoder came with, or the user's own in a folder.

        Of one that can't be used it is that of facedesk's, which takes its place.
        """
        encoder_id, models = self._context.session.encoder_id, self._context.paths.models
        try:
            return load_grounds(encoder_id, models, own).calibration
        except (ModelNotMeasured, ResourceMissing):
            return load_calibration(ENCODER_ID, own)

    def _measured(self, folder: Path, progress: Progress, cancelled: Cancelled) -> "Measurement":
        from facedesk.capture.labelled_photos import labelled_photos

        def step(done: int, total: int) -> None:
            if cancelled():
                raise TaskCancelled
            progress(done, total, self.tr("{n} of {all} photos").format(n=done, all=total))

        session, places = self._context.session, self._context.paths
        photos = labelled_photos(folder)
        models = ready_models(session, progress, cancelled)
        from facedesk.evaluation.measure import measure

        cohort = session.knowledge.cohort
        found = measure(photos, folder.name, models, cohort, places.encodings, step)
        keep_own_calibration(found.calibration, places.calibrations)
        return found

    def _tell(self, found: "Measurement | None") -> None:
        if found is None:
            text = self.tr("Nothing was changed. Next time the photos done so far go quickly.")
            self._context.messages.show(Level.INFO, self.tr("Measuring was stopped."), text)
            return
        self._decide_by(found.calibration)
        text = self.tr("Measured on {n} people of “{folder}”. It counts from now on.")
        detail = self.tr("Photos without a face, or unreadable, which were left out: {n}.")
        self._context.messages.show(
            Level.SUCCESS,
            text.format(n=found.calibration.people, folder=found.calibration.data_set),
            detail.format(n=len(found.failures)) if found.failures else "",
        )

    def _refuse(self, error: FacedeskError) -> None:
        """Say why nothing was measured, and what it takes where the folder is not right."""
        detail = ""
        if isinstance(error, (FolderEmpty, TooFewPeople)):
            detail = self.tr("Choose a folder that holds a folder of photos for each person.")
        self._context.messages.show_error(error, detail)

    def _use_again(self, own: Calibration) -> None:
        folder = self._context.paths.calibrations
        self._context.tasks.start(
            self.tr("Going back to your own measurement"),
            lambda _progress, _cancelled: keep_own_calibration(own, folder),
            lambda _: self._decide_by(own),
        )

    def _decide_by(self, calibration: Calibration) -> None:
        session = self._context.session
        if calibration.encoder_id != session.encoder_id:
            return  # another encoder has been chosen meanwhile
        session.decide_by(replace(session.knowledge, calibration=calibration))
        self.changed.emit()
