"""What can be done with the chosen sightings: buttons, menu and keys share these actions."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from facedesk.errors import FacedeskError, NoFace, PhotoRefused
from facedesk.gallery.person import Person
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.matching.decision import Match
from facedesk.ui import icons
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.forget_dialog import ForgetDialog
from facedesk.ui.dialogs.name_photo_dialog import NamePhotoDialog
from facedesk.ui.dialogs.why_dialog import WhyDialog
from facedesk.ui.messages import Action, Level
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.why_asked import why_sighting
from facedesk.ui.widgets.labels import shortened
from facedesk.ui.widgets.thumbnails import Thumbnails


class SightingActions(QObject):
    """Emits changed when sightings are different now, and person_wanted with a sighting whose
    person alone is to be shown.
    """

    changed = Signal()
    person_wanted = Signal(object)

    def __init__(self, context: AppContext, thumbnails: Thumbnails, widget: QWidget) -> None:
        """Keys work while the focus is on the widget."""
        super().__init__(widget)
        self._context = context
        self._sightings = context.gallery.sightings
        self._thumbnails = thumbnails
        self._window = widget
        self._chosen: Sequence[RecordedSighting] = ()
        self.enrol = self._action(self.tr("Enrol…"), "enrol", "Return")
        self.enrol.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        self.correct = self._action("", "unknown", "")
        self.why = self._action(self.tr("Why?"), "why", "")
        self.only = self._action(self.tr("Only this person"), "person", "")
        self.forget = self._action(self.tr("Forget…"), "forget", "Del")
        self.all = (self.enrol, self.correct, self.why, self.only, self.forget)
        self.enrol.triggered.connect(self._enrol)
        self.correct.triggered.connect(self._correct)
        self.why.triggered.connect(self._explain)
        self.only.triggered.connect(lambda: self.person_wanted.emit(self._chosen[0]))
        self.forget.triggered.connect(self._forget)
        self.choose(())

    def choose(self, chosen: Sequence[RecordedSighting]) -> None:
        """Act on these sightings from now on."""
        self._chosen = chosen
        single = chosen[0] if len(chosen) == 1 else None
        named = single is not None and single.person_id is not None
        stranger = single is not None and not named
        self.enrol.setVisible(not named)
        self.enrol.setEnabled(stranger and single.has_thumbnail)
        for action in (self.correct, self.only):
            action.setVisible(named)
            action.setEnabled(named)
        self.why.setVisible(named)
        self.why.setEnabled(named and single.has_thumbnail)
        if named:
            name = shortened(single.person, 24)
            self.correct.setText(self.tr("Not {name}").format(name=name.replace("&", "&&")))
        self.forget.setEnabled(bool(chosen))

    def _action(self, text: str, icon: str, key: str) -> QAction:
        action = QAction(icons.icon(icon), text, self)
        action.setData(icon)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._window.addAction(action)
        return action

    # Enrolling ----------------------------------------------------------------------------------

    def _enrol(self) -> None:
        """Make a photo of a stranger's best picture, if it is good enough, and ask who it is."""
        sighting, session, gallery = self._chosen[0], self._context.session, self._context.gallery
        sightings = self._sightings

        def job(progress: Progress, cancelled: Cancelled) -> tuple[PreparedPhoto, Match | None]:
            models = ready_models(session, progress, cancelled)
            from facedesk.gallery.enrolment import prepare_shot, shot_of
            from facedesk.live.resemblance import looks_like

            shot = shot_of(sightings.thumbnail(sighting.id), models)
            photo = prepare_shot(shot, models)
            return photo, looks_like(photo, gallery, session.knowledge, session.fpir)

        title = self.tr("Looking for the face")
        self._context.tasks.start(title, job, lambda made: self._ask(sighting, *made), self._refuse)

    def _refuse(self, error: FacedeskError) -> None:
        best = self.tr("The record has no better picture of them. Enrol them another way.")
        self._context.messages.show_error(error, best if isinstance(error, PhotoRefused) else "")

    def _ask(self, sighting: RecordedSighting, photo: PreparedPhoto, match: Match | None) -> None:
        context = self._context
        dialog = NamePhotoDialog(
            context.tasks, context.gallery, photo, parent=self._window, match=match
        )
        dialog.saved.connect(lambda person: self._attribute(sighting, person))
        dialog.open()

    def _attribute(self, sighting: RecordedSighting, person: Person) -> None:
        text = self.tr("{name} is enrolled.").format(name=person.name)
        self._run(
            self.tr("Noting who this is"),
            lambda: self._sightings.attribute(sighting.id, person.id),
            lambda: self._context.messages.show(Level.SUCCESS, text),
        )

    # Correcting ---------------------------------------------------------------------------------

    def _correct(self) -> None:
        """Remember that this is somebody else, so that the mistake is not made again."""
        sighting, sightings = self._chosen[0], self._sightings
        session, gallery = self._context.session, self._context.gallery

        def job(progress: Progress, cancelled: Cancelled) -> int | None:
            photo_id = None
            if sighting.has_thumbnail:
                models = ready_models(session, progress, cancelled)
                from facedesk.gallery.enrolment import keep_shot, shot_of

                try:
                    shot = shot_of(sightings.thumbnail(sighting.id), models)
                    photo_id = gallery.correct(sighting.person_id, keep_shot(shot, models))
                except NoFace:  # the record is corrected all the same
                    pass
            sightings.attribute(sighting.id, None)
            return photo_id

        title = self.tr("Noting who this is not")
        self._context.tasks.start(title, job, lambda made: self._tell_corrected(sighting, made))

    def _tell_corrected(self, sighting: RecordedSighting, photo_id: int | None) -> None:
        self.changed.emit()
        text = self.tr("Noted: this was not {name}.").format(name=sighting.person)
        undo = Action(self.tr("Undo"), lambda: self._take_back(sighting, photo_id))
        self._context.messages.show(Level.SUCCESS, text, action=undo)

    def _take_back(self, sighting: RecordedSighting, photo_id: int | None) -> None:
        def take_back() -> None:
            if photo_id is not None:
                self._context.gallery.remove_photo(photo_id)
            self._sightings.attribute(sighting.id, sighting.person_id)

        text = self.tr("Undone: this was {name}.").format(name=sighting.person)
        self._run(
            self.tr("Undoing a correction"),
            take_back,
            lambda: self._context.messages.show(Level.INFO, text),
        )

    def _explain(self) -> None:
        """Show what on the faces speaks for the name, and against it."""
        asked = why_sighting(self._chosen[0], self._context.gallery)
        WhyDialog(self._context, asked, self._window).open()

    # Forgetting ---------------------------------------------------------------------------------

    def _forget(self) -> None:
        single = len(self._chosen) == 1 and self._chosen[0].has_thumbnail
        face = self._thumbnails.get(self._chosen[0].id) if single else None
        dialog = ForgetDialog(
            self._context.tasks, self._sightings, self._chosen, face, self._window
        )
        dialog.saved.connect(lambda _: self._wipe())
        dialog.open()

    def _wipe(self) -> None:
        """Leave no trace of what was forgotten, which takes a while; the list shows it at once."""
        self.changed.emit()
        self._run(self.tr("Wiping what was forgotten"), self._sightings.wipe, lambda: None)

    def _run(self, title: str, job: object, then: object) -> None:
        def done(_result: None) -> None:
            self.changed.emit()
            then()

        self._context.tasks.start(title, lambda *_: job(), done)
