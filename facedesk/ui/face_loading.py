"""Makes the face of one side of a comparison, out of the thread of the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.capture.photo_file import read_photo
from facedesk.gallery.person import Person
from facedesk.ui.adding import ready_models
from facedesk.ui.newest_wish import NewestWish
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.vision.shot import Shot

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.encoder.models import Models
    from facedesk.live.claim import VerifiedFace


class FaceLoading(NewestWish):
    """Emits loaded with a VerifiedFace, or refused with a FacedeskError."""

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

    def _start(self, make: Callable[["Models"], "VerifiedFace"]) -> None:
        session = self._context.session

        def job(progress: Progress, cancelled: Cancelled) -> "VerifiedFace":
            return make(ready_models(session, progress, cancelled))

        self._wish(self.tr("Looking for the face"), job)
