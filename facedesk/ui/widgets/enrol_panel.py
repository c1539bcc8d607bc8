"""The panel that enrols the person in front of the camera."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError, NameRefused, PhotoRefused
from facedesk.gallery.names import clean_name
from facedesk.gallery.person import Person
from facedesk.gallery.photo import PreparedPhoto
from facedesk.live.liveness_mode import LivenessMode
from facedesk.live.view import LiveView
from facedesk.matching.decision import Match
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level, error_text
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.widgets.enrol_looking import EnrolLooking
from facedesk.ui.widgets.enrol_naming import EnrolNaming
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.vision.quality import refusals
from facedesk.vision.shot import Shot


class EnrolPanel(QFrame):
    """Step one takes a picture, step two asks for the name. Emits closed when it is done with.

    A face that looks like somebody enrolled may become a look of theirs instead.
    """

    closed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shot: Shot | None = None
        self._saving = False
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Enrol a person"))
        heading = QLabel(self.tr("Enrol a person"))
        heading.setProperty("role", "heading")
        self.looking = EnrolLooking()
        self.naming = EnrolNaming()
        self.steps = QStackedWidget()
        self.steps.addWidget(self.looking)
        self.steps.addWidget(self.naming)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(scrolling(self.steps), 1)  # in a low window, or with large letters
        self.looking.shot_taken.connect(self._name)
        self.looking.cancelled.connect(self.close_panel)
        self.naming.retake_wanted.connect(self._look)
        self.naming.save_wanted.connect(self._save)
        self.naming.likeness.add_as_look.connect(self._add_look)
        self.naming.cancelled.connect(self.close_panel)

    def begin(self) -> None:
        """Take a picture of whoever is in front of the camera."""
        if self._saving:
            return
        self.naming.name.clear()
        self._look()

    def begin_with(self, shot: Shot) -> None:
        """Enrol the face of a shot; if it is not good enough, say why and take another."""
        if self._saving:
            return
        self.naming.name.clear()
        reasons = refusals(shot.quality)
        if reasons:
            self._look(error_text(reasons[0]()))
        else:
            self._name(shot)

    def observe(self, view: LiveView) -> None:
        """Take the newest view into account, as long as a picture is to be taken."""
        self.looking.observe(view)

    def wait(self, words: str) -> None:
        """Say why no picture can be taken at the moment, if so; one already taken is kept."""
        self.looking.wait(words)

    def close_panel(self) -> None:
        """Give up; what was not saved is forgotten. While it is being saved, nothing happens."""
        if not self._saving:
            self._forget()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _look(self, reason: str = "") -> None:
        self._shot = None
        self.steps.setCurrentWidget(self.looking)
        required = self._context.session.liveness_mode is LivenessMode.REQUIRED
        self.looking.begin(reason, required)
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # on no button: there is nothing to do

    def _name(self, shot: Shot) -> None:
        self._shot = shot
        self.looking.end()
        self.steps.setCurrentWidget(self.naming)
        self.naming.begin(shot)
        self._look_for_likeness(shot)

    def _look_for_likeness(self, shot: Shot) -> None:
        """Find out whether the face looks like somebody enrolled, while the name is typed."""
        session, gallery = self._context.session, self._context.gallery
        models, knowledge = session.models, session.knowledge
        if models is None or knowledge is None:
            return

        def compare(progress: Progress, cancelled: Cancelled) -> Match | None:
            from facedesk.gallery.enrolment import prepare_shot  # torch, which takes a second
            from facedesk.live.resemblance import looks_like

            return looks_like(prepare_shot(shot, models), gallery, knowledge, session.fpir)

        def show(match: Match | None) -> None:
            if shot is self._shot and not self._saving:
                self.naming.likeness.show_match(match)

        # What goes wrong here goes wrong again, and is said, when the face is to be kept.
        title = self.tr("Looking for the face")
        self._context.tasks.start(title, compare, show, lambda _error: None)

    def _save(self, typed: str) -> None:
        try:
            name = clean_name(typed)
        except NameRefused as error:
            self._refuse(error)
            return
        title = self.tr("Enrolling {name}").format(name=name)
        said = self.tr("{name} is enrolled.")
        self._keep(title, lambda photo: self._context.gallery.enrol(name, photo), said)

    def _add_look(self, person_id: int) -> None:
        title, said = self.tr("Adding a look"), self.tr("A look of {name} was added.")
        self._keep(title, lambda photo: self._context.gallery.add_look(person_id, photo), said)

    def _keep(self, title: str, keep: Callable[[PreparedPhoto], Person], said: str) -> None:
        """Put the picture into the gallery, and then say so of the person."""
        shot, models = self._shot, self._context.session.models
        if shot is None or self._saving:
            return
        if models is None:
            self.naming.show_problem(self.tr("Still getting ready. Try again in a moment."))
            return

        def job(progress: Progress, cancelled: Cancelled) -> Person:
            from facedesk.gallery.enrolment import prepare_shot  # torch, which takes a second

            return keep(prepare_shot(shot, models))

        def kept(person: Person) -> None:
            self._saving = False
            self.close_panel()
            self._context.messages.show(Level.SUCCESS, said.format(name=person.name))

        self._saving = True
        self.naming.show_saving(True)
        self._context.tasks.start(title, job, kept, self._refuse)

    def _refuse(self, error: FacedeskError) -> None:
        self._saving = False
        self.naming.show_saving(False)
        if isinstance(error, PhotoRefused):
            self._look(error_text(error))
            return
        self.naming.show_problem(error_text(error))
        self.naming.name.setFocus()

    def _forget(self) -> None:
        self._shot = None
        self.looking.end()
        self.naming.name.clear()
