"""Reads the faces of a folder of people as a task."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from facedesk.errors import FacedeskError, TrainingRefused
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled
from facedesk.ui.time_left import TimeLeft, time_left_words

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.training.face_set import FaceSet


@dataclass(frozen=True, eq=False)
class LabFolder:
    """A folder of people. problem: why nothing can be learned from them, if so."""

    path: Path
    faces: "FaceSet"
    problem: TrainingRefused | None


class LabFaces(QObject):
    """Emits progressed (done, total, words); then read with a LabFolder, failed, or stopped.

    The newest wish counts.
    """

    progressed = Signal(int, int, str)
    stopped = Signal()
    read = Signal(object)
    failed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    def look_through(self, folder: Path) -> None:
        """Read the faces of a folder."""
        if self._task is not None:
            self._task.cancel()
        context = self._context

        def job(progress: Progress, cancelled: Cancelled) -> LabFolder:
            return _checked(folder, faces_in(folder, context, progress, cancelled))

        def take(found: LabFolder) -> None:
            if task is self._task:
                self.read.emit(found)

        def refuse(error: FacedeskError) -> None:
            if task is self._task:
                self.failed.emit(error)

        def end() -> None:
            if task is self._task and task.is_cancelled():
                self.stopped.emit()

        title = self.tr("Looking for the faces")
        task = self._task = context.tasks.start(title, job, take, refuse)
        task.progressed.connect(self.progressed)
        task.finished.connect(end)


def faces_in(
    folder: Path, context: AppContext, progress: Progress, cancelled: Cancelled
) -> "FaceSet":
    """Return the faces of a folder of people. Call it in a task.

    Raises what labelled_photos and read_faces raise, TaskCancelled, or why there are no networks.
    """
    models = ready_models(context.session, progress, cancelled)
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.training.face_set import read_faces

    clock = TimeLeft()

    def step(done: int, total: int) -> None:
        if cancelled():
            raise TaskCancelled
        words = QCoreApplication.translate("LabFaces", "{n} of {all} photos")
        words = words.format(n=done, all=total)
        seconds = clock.seconds(done, total)
        progress(done, total, words if not seconds else f"{words} · {time_left_words(seconds)}")

    return read_faces(labelled_photos(folder), models, context.paths.chips, step)


def _checked(folder: Path, faces: "FaceSet") -> LabFolder:
    from facedesk.training.face_set import check_trainable

    try:
        check_trainable(faces)
    except TrainingRefused as error:
        return LabFolder(folder, faces, error)
    return LabFolder(folder, faces, None)
