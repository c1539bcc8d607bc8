"""The panel that enrols the person in front of the camera."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError, NameRefused, PhotoRefused
from facedesk.gallery.names import clean_name
from facedesk.gallery.person import Person
from facedesk.live.view import LiveView
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level, error_text
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.widgets.enrol_looking import EnrolLooking
from facedesk.ui.widgets.enrol_naming import EnrolNaming
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.vision.quality import refusals
from facedesk.vision.shot import Shot


class EnrolPanel(QFrame):
    """Step one takes a picture, step two asks for the name. Emits closed when it is done with."""

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
        self.looking.begin(reason)
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # on no button: there is nothing to do

    def _name(self, shot: Shot) -> None:
        self._shot = shot
        self.looking.end()
        self.steps.setCurrentWidget(self.naming)
        self.naming.begin(shot)

    def _save(self, typed: str) -> None:
        shot, models, gallery = self._shot, self._context.session.models, self._context.gallery
        try:
            name = clean_name(typed)
        except NameRefused as error:
            self._refuse(error)
            return
        if shot is None or self._saving:
            return
        if models is None:
            self.naming.show_problem(self.tr("Still getting ready. Try again in a moment."))
            return

        def enrol(progress: Progress, cancelled: Cancelled) -> Person:
            from facedesk.gallery.enrolment import prepare_shot  # torch, which takes a second

            return gallery.enrol(name, prepare_shot(shot, models))

        self._saving = True
        self.naming.show_saving(True)
        title = self.tr("Enrolling {name}").format(name=name)
        self._context.tasks.start(title, enrol, self._saved, self._refuse)

    def _saved(self, person: Person) -> None:
        self._saving = False
        self.close_panel()
        words = self.tr("{name} is enrolled.").format(name=person.name)
        self._context.messages.show(Level.SUCCESS, words)

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
