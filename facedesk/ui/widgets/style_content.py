"""The picture that is to be drawn: from the camera, of somebody enrolled, or a file."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facedesk.capture.capture_status import SHOWING
from facedesk.errors import FacedeskError
from facedesk.gallery.person import Person
from facedesk.ui.adding import photo_filter
from facedesk.ui.context import AppContext
from facedesk.ui.messages import error_text
from facedesk.ui.ordered_people import OrderedPeople
from facedesk.ui.picture_loading import LoadedPicture, PictureLoading
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.camera_look import CameraLook
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.person_field import FACE, PersonField
from facedesk.ui.widgets.picture_room import PictureRoom
from facedesk.ui.widgets.segments import Segments
from facedesk.ui.widgets.thumbnails import Thumbnails

CAMERA, ENROLLED, FILE = range(3)
_ROOM = QSize(128, 96)


class StyleContent(QWidget):
    """Emits changed when there is another picture, and source_wanted when a camera is missing."""

    changed = Signal()
    source_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._folder = str(Path.home())
        self.picture: LoadedPicture | None = None
        self.loading = PictureLoading(context, self)
        self.ways = Segments(
            (
                (self.tr("Camera"), "camera"),
                (self.tr("Enrolled"), "person"),
                (self.tr("File"), "photo"),
            )
        )
        self.take = push_button("", "camera")
        sharp = round(FACE * self.devicePixelRatioF())
        self.thumbnails = Thumbnails(context.gallery.shown_picture, sharp, self)
        self.field = PersonField(self.thumbnails)
        self.choose = push_button(self.tr("Choose a picture…"), "photo")
        self.camera = CameraLook(context)
        self.camera.setFixedSize(_ROOM)
        self.room = PictureRoom(_ROOM, "mdi6.image-outline")
        self.room.setAccessibleName(self.tr("The picture that is to be drawn"))
        self.name = ElidedLabel()
        self.note = text_label("", "secondary")
        self._lay_out()
        self._connect()
        self.go(FILE)

    def show_people(self, people: OrderedPeople) -> None:
        """Offer these people."""
        self.field.set_people(people)
        chosen = self.field.person
        now = next((p for p in people.people if chosen and p.id == chosen.id), None)
        self.field.show_person(now)

    def go(self, way: int) -> None:
        """Offer CAMERA, ENROLLED or FILE; the picture there is stays until another is taken."""
        self.ways.choose(way)
        self._controls.setCurrentIndex(way)
        looks = way == CAMERA and self._looking
        self._rooms.setCurrentWidget(self.camera if looks else self.room)
        self._name_take()
        self._describe()

    def take_file(self, path: Path) -> None:
        """Draw this file's picture."""
        self._folder = str(path.parent)
        self._looking = False
        self.loading.load_file(path)
        self.go(FILE)

    def take_person(self, person: Person) -> None:
        """Draw the photo of this person."""
        self._looking = False
        self.field.show_person(person)
        self.loading.load_person(person)
        self.go(ENROLLED)

    def _lay_out(self) -> None:
        self._looking = True  # at the camera, when it is chosen
        self._controls, self._rooms = QStackedWidget(), QStackedWidget()
        for control in (self.take, self.field, self.choose):
            self._controls.addWidget(control)
        for room in (self.camera, self.room):
            self._rooms.addWidget(room)
        self._rooms.setFixedSize(_ROOM)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._rooms, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.name)
        texts.addWidget(self.note)
        texts.addStretch(1)
        below.addLayout(texts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(self.tr("Picture"), "heading"))
        column.addWidget(self.ways)
        column.addWidget(self._controls)
        column.addLayout(below)

    def _connect(self) -> None:
        self.ways.chosen.connect(self._choose_way)
        self.take.clicked.connect(self._press_take)
        self.field.person_chosen.connect(self.take_person)
        self.choose.clicked.connect(self._ask_for_file)
        self.camera.looked.connect(self._name_take)
        self.loading.loaded.connect(self._show)
        self.loading.refused.connect(self._refuse)

    def _choose_way(self, way: int) -> None:
        self._looking = True
        self.go(way)

    def _press_take(self) -> None:
        frame = self._context.session.newest_frame
        if self._rooms.currentWidget() is self.room:
            self._looking = True
            self.go(CAMERA)
        elif self.camera.idle:
            self.source_wanted.emit()
        elif frame is not None:
            self._looking = False
            self.loading.take(frame.image, self.tr("From the camera"))
            self.go(CAMERA)

    def _name_take(self) -> None:
        """Say what the button of the camera does now."""
        showing = self._context.session.status.state in SHOWING
        looking = self._rooms.currentWidget() is self.camera
        if not looking:
            text = self.tr("Look again")
        elif self.camera.idle:
            text = self.tr("Open a camera…")
        else:
            text = self.tr("Take the picture")
        if text != self.take.text():
            self.take.setText(text)
        self.take.setEnabled(not looking or self.camera.idle or showing)
        if looking:
            self._say("", "" if showing else self.camera.words)

    def _ask_for_file(self) -> None:
        title = self.tr("Choose a picture")
        path, _ = QFileDialog.getOpenFileName(self, title, self._folder, photo_filter())
        if path:
            self.take_file(Path(path))

    def _show(self, picture: LoadedPicture) -> None:
        self.picture = picture
        self.room.show_image(picture.image)
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        """Say which picture it is, unless the camera is looked at."""
        if self._rooms.currentWidget() is self.camera:
            return
        if self.picture is None:
            self._say("", self.tr("Or drop one here."))
        else:
            height, width = self.picture.image.shape[:2]
            self._say(self.picture.name, f"{width} × {height}")

    def _refuse(self, error: FacedeskError) -> None:
        self._say("", error_text(error), "error")
        announce(self.note, self.note.text())

    def _say(self, name: str, words: str, role: str = "secondary") -> None:
        self.name.setText(name)
        if (words, role) != (self.note.text(), self.note.property("role")):
            self.note.setText(words)
            self.note.setProperty("role", role)
            self.note.style().unpolish(self.note)
            self.note.style().polish(self.note)
