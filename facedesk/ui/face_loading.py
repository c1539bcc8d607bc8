"""Makes the face of one side of a comparison, out of the thread of the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facedesk.capture.photo_file import read_photo
from facedesk.errors import FacedeskError
from facedesk.gallery.person import Person
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task
from facedesk.vision.shot import Shot

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.encoder.models import Models
    from facedesk.live.claim import VerifiedFace


class FaceLoading(QObject):
    """Emits loaded with a VerifiedFace, or refused with a FacedeskError; the newest wish counts."""

    loaded = Signal(object)
    refused = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether a face is on its way."""
        return self._task in self._context.tasks.running

    def load_person(self, person: Person) -> None:
        """Make the face of somebody enrolled."""
        gallery = self._context.gallery

        def make(models: "Models") -> "VerifiedFace":
            from facedesk.live.claim import face_of_person

            return face_of_person(person, gallery, models)

        self._start(make)

    def load_photo(self, path: Path) -> None:
        """Make the face of the one person on a photo."""

        def make(models: "Models") -> "VerifiedFace":
            from facedesk.live.claim import face_of_photo

            return face_of_photo(read_photo(path), models)

        self._start(make)

    def load_shot(self, shot: Shot) -> None:
        """Make the face of somebody in front of the camera."""

        def make(models: "Models") -> "VerifiedFace":
            from facedesk.live.claim import face_of_shot

            return face_of_shot(shot, models)

        self._start(make)

    def forget(self) -> None:
        """Take back the wish."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self, make: Callable[["Models"], "VerifiedFace"]) -> None:
        self.forget()
        session = self._context.session

        def job(progress: Progress, cancelled: Cancelled) -> "VerifiedFace":
            return make(ready_models(session, progress, cancelled))

        def take(face: "VerifiedFace") -> None:
            if task is self._task:
                self.loaded.emit(face)

        def refuse(error: FacedeskError) -> None:
            if task is self._task:
                self.refused.emit(error)

        title = self.tr("Looking for the face")
        task = self._task = self._context.tasks.start(title, job, take, refuse)
