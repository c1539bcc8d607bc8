"""All pictures kept of a person: their photo, their looks, and who is not them."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.gallery.avatar import Avatar
from facedesk.gallery.person import Person
from facedesk.gallery.photo import MOST_LOOKS, PersonPhoto, Role
from facedesk.ui.adding import photo_filter
from facedesk.ui.adding_looks import AddingLooks
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.consent_dialog import ConsentDialog
from facedesk.ui.dialogs.remove_avatar_dialog import RemoveAvatarDialog
from facedesk.ui.dialogs.remove_photo_dialog import RemovePhotoDialog
from facedesk.ui.dropped_files import dropped_files
from facedesk.ui.keeping_sheet import KeepingSheet
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.consent_section import ConsentSection
from facedesk.ui.widgets.face_crop import face_crop
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.people_model import enrolled_text
from facedesk.ui.widgets.photo_tile import TILE, PhotoTile
from facedesk.ui.widgets.photo_tiles import COLUMNS, GAP, PhotoTiles
from facedesk.ui.widgets.rounded_picture import RoundedPicture
from facedesk.ui.widgets.scrolling import scrolling

_MARGIN = 24
_BAR = 16  # room for the scroll bar
_WIDTH = COLUMNS * TILE + (COLUMNS - 1) * GAP + 2 * _MARGIN + _BAR
_HEIGHT = 560
_MOST_STATUS = 84  # of many photos, each may be refused for a reason of its own
_Pictures = tuple[tuple[PersonPhoto, QImage], ...]
_Avatar = tuple[Avatar, QImage] | None


class PersonDialog(QDialog):
    """Emits changed with the person's id when pictures were added or removed."""

    changed = Signal(object)

    def __init__(self, context: AppContext, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._person = person
        self._faces: dict[int, QImage] = {}
        self._avatar_face: QImage | None = None
        self._folder = str(Path.home())
        self._closed = False
        self.setWindowTitle(self.tr("Photos of {name}").format(name=shortened(person.name)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.face = RoundedPicture(TILE, 16)
        self.face.setAccessibleName(self.tr("The photo"))
        self.add_look = push_button(self.tr("Add look…"), "photo")
        self.looks = PhotoTiles(self.tr("Looks"), self.add_look)
        self.corrections = PhotoTiles(self.tr("Corrections"))
        self.avatar = PhotoTiles(self.tr("Avatar"))
        self.avatar.hide()  # few people have one
        self.enrolment = ConsentSection()
        self.keeping = KeepingSheet(context, self)
        self.status = text_label("")
        self._status_room = scrolling(self.status)
        self._status_room.setMaximumHeight(_MOST_STATUS)
        self._status_room.hide()
        self.close_button = push_button(self.tr("Close"), kind="primary")
        self.close_button.setDefault(True)
        self.adding = AddingLooks(context, person, self)
        self._lay_out()
        self._connect()
        self._read()

    def add(self, paths: Sequence[Path]) -> None:
        """Add looks from these photos."""
        if paths:
            self._folder = str(paths[0].parent)
            self.adding.add(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(dropped_files(event))

    def done(self, result: int) -> None:
        """Close; what is under way is given up."""
        self._closed = True
        self.adding.stop()
        super().done(result)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(text_label(shortened(self._person.name), "heading"))
        texts.addWidget(text_label(enrolled_text(self._person.enrolled_at), "secondary"))
        texts.addStretch(1)
        header = QHBoxLayout()
        header.setSpacing(GAP)
        header.addWidget(self.face)
        header.addLayout(texts, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 8)
        column.setSpacing(24)
        column.addLayout(header)
        column.addWidget(self.looks)
        column.addWidget(self.corrections)
        column.addWidget(self.avatar)
        column.addWidget(self.enrolment)
        column.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(_MARGIN, 8, _MARGIN, _MARGIN)
        below.setSpacing(16)
        below.addWidget(self._status_room, 1)
        below.addStretch(0)
        below.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(inside), 1)
        whole.addLayout(below)
        self.setFixedWidth(_WIDTH)
        self.resize(_WIDTH, min(_HEIGHT, self.screen().availableSize().height()))

    def _connect(self) -> None:
        self.add_look.clicked.connect(self._ask_for_looks)
        self.close_button.clicked.connect(self.accept)
        self.adding.told.connect(self._tell)
        self.adding.changed.connect(self._renew)
        self.looks.remove_wanted.connect(self._ask_to_remove)
        self.corrections.remove_wanted.connect(self._ask_to_remove)
        self.avatar.remove_wanted.connect(self._ask_to_remove_avatar)
        self.enrolment.edit.clicked.connect(self._ask_for_consent)
        self.enrolment.save.clicked.connect(lambda: self.keeping.ask_to_save(self._person))
        self.enrolment.print.clicked.connect(lambda: self.keeping.ask_to_print(self._person))
        self.keeping.told.connect(self._tell)
        self.keeping.failed.connect(self._refuse)

    def _read(self) -> None:
        gallery, person = self._context.gallery, self._person

        def job(_progress: Progress, _cancelled: Cancelled) -> tuple[Person, _Pictures, _Avatar]:
            # As they are now: with the version of what is shown, whoever has changed them.
            now, pictures = gallery.person_with(person.id), gallery.photos(person.id)
            faces = tuple((picture, face_crop(picture, 2 * TILE)) for picture in pictures)
            avatar = gallery.avatar(person.id)
            return now, faces, avatar and (avatar, face_crop(avatar, 2 * TILE))

        title = self.tr("Reading the photos")
        self._context.tasks.start(title, job, lambda found: self._show(*found), self._refuse)

    def _refuse(self, error: FacedeskError) -> None:
        if not self._closed:
            self._tell(error_text(error))

    def _show(self, person: Person, pictures: _Pictures, avatar: _Avatar) -> None:
        if self._closed:
            return
        self._show_avatar(avatar, shortened(person.name))
        self._person = person
        self.enrolment.show_consent(person.consent)
        self._faces = {picture.id: face for picture, face in pictures}
        self.face.show_image(pictures[0][1])
        looks = [picture for picture, _ in pictures if picture.role is Role.LOOK]
        wrong = [picture for picture, _ in pictures if picture.role is Role.CORRECTION]
        name = shortened(self._person.name)
        self.looks.show_tiles(
            [
                PhotoTile(look, self._faces[look.id], self._look_name(number), self.tr("Remove"))
                for number, look in enumerate(looks, 1)
            ],
            self._looks_sentence(len(looks), name),
        )
        not_them = self.tr("Not {name}").format(name=name)
        self.corrections.show_tiles(
            [
                PhotoTile(picture, self._faces[picture.id], not_them, self.tr("Take back"))
                for picture in wrong
            ],
            self._corrections_sentence(len(wrong), name),
        )
        self.add_look.setEnabled(len(looks) < MOST_LOOKS)
        tiles = (*self.looks.tiles, *self.corrections.tiles, *self.avatar.tiles)
        removes = [tile.remove for tile in tiles]
        enrolment = [self.enrolment.edit, self.enrolment.save, self.enrolment.print]
        for before, after in pairwise([self.add_look, *removes, *enrolment, self.close_button]):
            self.setTabOrder(before, after)

    def _show_avatar(self, avatar: _Avatar, name: str) -> None:
        sentence = self.tr(
            "This picture stands for {name} in lists. By it, nobody is recognised."
        ).format(name=name)
        words = self.tr("The avatar"), self.tr("Remove")
        self.avatar.show_tiles([PhotoTile(*avatar, *words)] if avatar else [], sentence)
        self.avatar.setVisible(avatar is not None)
        self._avatar_face = avatar and avatar[1]

    def _look_name(self, number: int) -> str:
        return self.tr("Look {n}").format(n=number)

    def _looks_sentence(self, count: int, name: str) -> str:
        if count == MOST_LOOKS:
            return self.tr("That is as many looks as there can be. Remove one to add another.")
        sentence = self.tr(
            "Photos with glasses, a beard or in another light help to recognise {name}. One photo "
            "is enough, too. "
        ).format(name=name)
        left = MOST_LOOKS - count
        if left == 1:
            return sentence + self.tr("One more can be added.")
        return sentence + self.tr("{n} more can be added.").format(n=left)

    def _corrections_sentence(self, count: int, name: str) -> str:
        if count == 0:
            return self.tr(
                "None. Where the live picture calls somebody else {name}, say so there: the face "
                "is kept here, so that the mistake is not made again."
            ).format(name=name)
        return self.tr("These faces are not {name}, as you said in the live picture.").format(
            name=name
        )

    def _ask_for_looks(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add looks"), self._folder, photo_filter()
        )
        self.add([Path(path) for path in paths])

    def _ask_to_remove(self, photo: PersonPhoto) -> None:
        context = self._context
        dialog = RemovePhotoDialog(
            context.tasks,
            context.gallery,
            self._person.name,
            photo,
            self._faces[photo.id],
            self,
        )
        dialog.saved.connect(lambda _: self._tell(""))
        dialog.saved.connect(lambda _: self._renew())
        dialog.open()

    def _ask_to_remove_avatar(self, _avatar: Avatar) -> None:
        context = self._context
        dialog = RemoveAvatarDialog(context.tasks, context.gallery, self._person, self)
        dialog.face.show_image(self._avatar_face)
        dialog.saved.connect(lambda _: self._renew())
        dialog.open()

    def _ask_for_consent(self) -> None:
        context = self._context
        dialog = ConsentDialog(context.tasks, context.gallery, self._person, self)
        dialog.saved.connect(self._show_consent)
        dialog.open()

    def _show_consent(self, person: Person) -> None:
        self._person = person
        self.enrolment.show_consent(person.consent)
        self.changed.emit(person.id)

    def _renew(self) -> None:
        self._read()
        self.changed.emit(self._person.id)

    def _tell(self, sentence: str) -> None:
        self.status.setText(sentence)
        self._status_room.setVisible(bool(sentence))
        announce(self.status, sentence)
