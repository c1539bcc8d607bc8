"""Corrects a wrong name in the live picture: that face is not this person."""

from contextlib import suppress
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from facedesk.errors import FacedeskError, SightingGone
from facedesk.live.view import LiveView, SeenFace
from facedesk.matching.decision import Match
from facedesk.ui import icons
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Action, Level
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.widgets.buttons import short_text
from facedesk.ui.widgets.face_words import correction_words, named
from facedesk.vision.shot import Shot

_WIDEST = 320  # text in the menu
_JUST_NOW = timedelta(seconds=10)  # a sighting that goes on was written since
_Kept = tuple[int, int | None]  # the ids of the picture, and of the sighting that has no name now
_Mistake = tuple[int, int, int]  # scene, track and the person whom the face was taken for


class Correcting(QObject):
    """Keeps a picture of the face, so that the engine decides anew; each mistake can be undone.

    Emits verify_wanted with the id of whom the face is named after, to look more closely, and
    why_wanted with the face and its view.
    """

    verify_wanted = Signal(int)
    why_wanted = Signal(object, object)

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._widget = parent
        # What offers to undo each mistake that is still shown; None until it has been kept.
        self._noted: dict[_Mistake, Action | None] = {}

    def offer(self, face: SeenFace, view: LiveView) -> None:
        """Open a menu at the mouse for a face of a view that has a name.

        A click into the picture may have been meant for something else, and the face may be gone
        when it is answered.
        """
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = short_text(correction_words(named(face)), menu.fontMetrics(), _WIDEST)
        item = menu.addAction(icons.icon("unknown"), words)
        item.triggered.connect(lambda: self.correct(face, view))
        person_id = named(face).person_id
        closer = menu.addAction(icons.icon("verify"), self.tr("Verify…"))
        closer.triggered.connect(lambda: self.verify_wanted.emit(person_id))
        why = menu.addAction(icons.icon("why"), self.tr("Why?"))
        why.triggered.connect(lambda: self.why_wanted.emit(face, view))
        menu.popup(QCursor.pos())

    def correct(self, face: SeenFace, view: LiveView) -> None:
        """Remember that a face of a view is not the person it is named after.

        Of one mistake a single correction is kept, however often it is clicked.
        """
        match = named(face)
        if match is None:
            return
        mistake = view.frame.scene, face.track_id, match.person_id
        if mistake not in self._noted:
            self._noted[mistake] = None
            # Its best picture counts most among those by which it got its name.
            shot = face.best_shot or Shot(view.frame.image, face.detection, face.quality)
            self._keep(mistake, shot, match)
        elif self._noted[mistake] is not None:
            self._tell(match, self._noted[mistake])

    def observe(self, view: LiveView | None) -> None:
        """Forget the mistakes that are not made any more: whoever makes them again is corrected."""
        faces = view.faces if view else ()
        matches = {(view.frame.scene, face.track_id): named(face) for face in faces}
        made = {(*where, match.person_id) for where, match in matches.items() if match}
        self._noted = {key: undo for key, undo in self._noted.items() if key in made}

    def _keep(self, mistake: _Mistake, shot: Shot, match: Match) -> None:
        gallery, models = self._context.gallery, self._context.session.models

        def keep(_progress: Progress, _cancelled: Cancelled) -> _Kept:
            from facedesk.gallery.enrolment import keep_shot  # torch, which takes a second

            photo_id = gallery.correct(match.person_id, keep_shot(shot, models))
            just_now = datetime.now(timezone.utc) - _JUST_NOW
            return photo_id, gallery.sightings.take_back_name(match.person_id, just_now)

        def kept(made: _Kept) -> None:
            undo = Action(self.tr("Undo"), lambda: self._undo(mistake, made, match))
            if mistake in self._noted:
                self._noted[mistake] = undo
            self._tell(match, undo)

        def refused(error: FacedeskError) -> None:
            self._noted.pop(mistake, None)
            self._context.messages.show_error(error)

        title = self.tr("Noting who this is not")
        self._context.tasks.start(title, keep, kept, refused)

    def _tell(self, match: Match, undo: Action) -> None:
        text = self.tr("Noted: this is not {name}.").format(name=match.name)
        self._context.messages.show(Level.SUCCESS, text, action=undo)

    def _undo(self, mistake: _Mistake, made: _Kept, match: Match) -> None:
        gallery = self._context.gallery
        photo_id, sighting_id = made

        def remove(_progress: Progress, _cancelled: Cancelled) -> None:
            gallery.remove_photo(photo_id)
            if sighting_id is not None:
                with suppress(SightingGone):
                    gallery.sightings.attribute(sighting_id, match.person_id)

        def removed(_result: None) -> None:
            self._noted.pop(mistake, None)
            text = self.tr("Undone: this may be {name}.").format(name=match.name)
            self._context.messages.show(Level.INFO, text)

        title = self.tr("Undoing a correction")
        self._context.tasks.start(title, remove, removed)
