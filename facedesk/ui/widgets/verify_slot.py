"""One side of a comparison: the ways to choose a face, and the face, cut out and turned upright."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.ui.adding import photo_filter
from facedesk.ui.context import AppContext
from facedesk.ui.face_loading import FaceLoading
from facedesk.ui.messages import error_text
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.face_caption import FaceCaption
from facedesk.ui.widgets.fitted_image import fitted_image
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.rounded_picture import RoundedPicture
from facedesk.ui.widgets.segments import Segments
from facedesk.vision.alignment import CHIP_SIDE

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.live.claim import VerifiedFace

_NOBODY = 48
OWN, PICTURE = range(2)  # the ways to choose a face


@dataclass(frozen=True)
class Way:
    """A way to choose a face. controls: what stands above the face; aside: what stands beside."""

    title: str
    icon: str
    controls: QWidget
    aside: QWidget


class VerifySlot(QFrame):
    """Takes a picture; sub-classes have a way of their own besides.

    Emits face_changed when there is another face, or none any more.
    """

    face_changed = Signal()

    def __init__(self, context: AppContext, heading: str) -> None:
        super().__init__()
        self._face: VerifiedFace | None = None
        self._path: Path | None = None
        self._folder = str(Path.home())
        self.setProperty("kind", "card")
        self.setAccessibleName(heading)
        self.loading = FaceLoading(context, self)
        self.loading.loaded.connect(self.show_face)
        self.loading.refused.connect(self.refuse)
        self.choose_picture = push_button(self.tr("Choose a picture…"), "photo")
        self.choose_picture.clicked.connect(self._ask_for_picture)
        self.file = FaceCaption()
        picture = Way(self.tr("Picture"), "photo", self.choose_picture, self.file)
        ways = (self.make_own_way(context), picture)
        self.ways = Segments([(way.title, way.icon) for way in ways])
        self.ways.chosen.connect(self.go)
        self.picture = RoundedPicture(CHIP_SIDE, 12)
        self._nobody = _nobody_on(self.picture)
        self.note = text_label("", "secondary")
        self._lay_out(text_label(heading, "heading"), ways)
        self.go(OWN)

    @property
    def face(self) -> "VerifiedFace | None":
        """The face that is compared."""
        return self._face

    @property
    def way(self) -> int:
        """OWN or PICTURE."""
        return self.ways.taken

    def go(self, way: int) -> None:
        """Choose the face in this way: the one chosen before in it comes back."""
        self.ways.choose(way)
        self._controls.setCurrentIndex(way)
        self._asides.setCurrentIndex(way)
        self.empty()
        if way == PICTURE:
            self._show_picture()
        else:
            self.begin_own()

    def make_own_way(self, context: AppContext) -> Way:
        """Return the own way to choose the face, with its widgets."""
        raise NotImplementedError

    def begin_own(self) -> None:
        """Choose the face in the own way."""
        raise NotImplementedError

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take the picture that was dropped."""
        self._path = paths[0] if len(paths) == 1 else None
        self.go(PICTURE)
        if self._path is None:
            self.say(self.tr("Drop one picture at a time."), "error")

    def clear(self) -> None:
        """Forget what was chosen."""
        self._path = None
        self.go(OWN)

    def empty(self) -> None:
        """Show no face, and wait for none."""
        self.loading.forget()
        self.say("")
        self._set_face(None)

    def show_face(self, face: "VerifiedFace") -> None:
        """Compare this face from now on."""
        self._set_face(face)
        self.describe_face()

    def describe_face(self) -> None:
        """Say what is wrong with the picture of the face, if anything."""
        refusals = self._face.refusals if self._face else ()
        self.say(error_text(refusals[0]) if refusals else "")

    def refuse(self, error: FacedeskError) -> None:
        """Say why there is no face."""
        self.empty()
        self.say(error_text(error), "error")

    def say(self, words: str, role: str = "secondary") -> None:
        """Say something about the face."""
        if (words, role) == (self.note.text(), self.note.property("role")):
            return
        self.note.setText(words)
        self.note.setProperty("role", role)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        if role == "error":
            announce(self.note, words)

    def aim(self, aimed: bool) -> None:
        """Show that what is dropped now comes here, or not."""
        if aimed != bool(self.property("aimed")):
            self.setProperty("aimed", aimed)
            self.style().unpolish(self)
            self.style().polish(self)

    def _set_face(self, face: "VerifiedFace | None") -> None:
        if face is self._face:
            return
        self._face = face
        self._nobody.setVisible(face is None)
        side = self.picture.pixels
        self.picture.show_image(fitted_image(face.aligned, side, side) if face else None)
        self.face_changed.emit()

    def _ask_for_picture(self) -> None:
        title = self.tr("Choose a picture")
        path, _ = QFileDialog.getOpenFileName(self, title, self._folder, photo_filter())
        if path:
            self.take_files([Path(path)])

    def _show_picture(self) -> None:
        if self._path is None:
            self.file.show_texts("", self.tr("Or drop one here."))
        else:
            self._folder = str(self._path.parent)
            self.file.show_texts(self._path.name, self.tr("Or drop another one here."))
            self.loading.load_photo(self._path)

    def _lay_out(self, heading: QWidget, ways: Sequence[Way]) -> None:
        self._controls, self._asides = QStackedWidget(), QStackedWidget()
        for way in ways:
            self._controls.addWidget(way.controls)
            self._asides.addWidget(way.aside)
        self._asides.setFixedHeight(CHIP_SIDE)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self._asides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.ways)
        column.addWidget(self._controls)
        column.addSpacing(4)
        column.addLayout(body)
        column.addWidget(self.note)
        column.addStretch(1)


def _nobody_on(picture: QWidget) -> IconMark:
    """Return an icon in the middle of a picture, for as long as that is empty."""
    mark = IconMark(_NOBODY)
    mark.show_icon("person", QPalette.ColorRole.PlaceholderText)
    middle = QVBoxLayout(picture)
    middle.addWidget(mark, 0, Qt.AlignmentFlag.AlignCenter)
    return mark
