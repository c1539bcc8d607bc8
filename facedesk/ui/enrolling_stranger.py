"""Enrols a stranger who was seen in a video."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facedesk.capture.source import Source
from facedesk.errors import FacedeskError, NoFace, PhotoRefused
from facedesk.gallery.person import Person
from facedesk.gallery.photo import PreparedPhoto
from facedesk.live.video_log import VideoSighting
from facedesk.matching.decision import Match
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.name_photo_dialog import NamePhotoDialog
from facedesk.ui.tasks import Cancelled, Progress, Task


class EnrollingStranger(QObject):
    """Emits enrolled with the sighting and the Person it is of."""

    enrolled = Signal(object, Person)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._task: Task | None = None

    def begin(self, seen: VideoSighting, source: Source) -> None:
        """Make a photo of the best picture of a stranger, and ask for the name.

        Nothing happens while it is done for a wish before this one.
        """
        if self._task in self._context.tasks.running:
            return
        session, gallery = self._context.session, self._context.gallery

        def job(progress: Progress, cancelled: Cancelled) -> tuple[PreparedPhoto, Match | None]:
            models = ready_models(session, progress, cancelled)
            from facedesk.gallery.enrolment import prepare_shot
            from facedesk.live.resemblance import looks_like
            from facedesk.live.video_moment import best_shot_of

            shot = best_shot_of(seen, source)
            if shot is None:
                raise NoFace
            photo = prepare_shot(shot, models)
            return photo, looks_like(photo, gallery, session.knowledge, session.fpir)

        title = self.tr("Looking for the face")
        self._task = self._context.tasks.start(
            title, job, lambda made: self._ask(seen, *made), self._refuse
        )

    def _refuse(self, error: FacedeskError) -> None:
        best = self.tr("The video has no better picture of them. Enrol them with a photo instead.")
        self._context.messages.show_error(error, best if isinstance(error, PhotoRefused) else "")

    def _ask(self, seen: VideoSighting, photo: PreparedPhoto, match: Match | None) -> None:
        context = self._context
        dialog = NamePhotoDialog(
            context.tasks, context.gallery, photo, parent=self._window, match=match
        )
        dialog.saved.connect(lambda person: self.enrolled.emit(seen, person))
        dialog.open()
