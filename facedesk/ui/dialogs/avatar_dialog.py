"""Asks for whom a picture shall stand in lists."""

from PySide6.QtWidgets import QWidget

from facedesk.gallery.avatar import Avatar
from facedesk.gallery.person import Person
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.store import Gallery
from facedesk.ui.dialogs.face_dialog import FACE, FaceDialog
from facedesk.ui.ordered_people import OrderedPeople
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets import person_field
from facedesk.ui.widgets.face_crop import face_crop
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.person_field import PersonField
from facedesk.ui.widgets.thumbnails import Thumbnails


class AvatarDialog(FaceDialog):
    """Emits saved with the Person who has it now, and the Avatar they had before, or None."""

    def __init__(
        self,
        tasks: TaskRunner,
        gallery: Gallery,
        picture: StoredPhoto,
        people: OrderedPeople,
        likely: Person | None,
        parent: QWidget | None = None,
    ) -> None:
        """likely: whom to offer first, if one of the people."""
        super().__init__(tasks, self.tr("Whose avatar?"), self.tr("Use as avatar"), parent)
        self._gallery = gallery
        self._picture = picture
        self.face.show_image(face_crop(picture, 2 * FACE))
        side = round(person_field.FACE * self.devicePixelRatioF())
        self._thumbnails = Thumbnails(gallery.shown_picture, side, self)
        self.field = PersonField(self._thumbnails)
        self.field.set_people(people)
        self.field.person_chosen.connect(lambda _: self.action.setEnabled(True))
        now = next((each for each in people.people if likely and each.id == likely.id), None)
        self.field.show_person(now)
        self.action.setEnabled(now is not None)
        note = self.tr(
            "The picture stands for them in lists. They are recognised by their photo, as before."
        )
        self.content.addWidget(self.field)
        self.content.addWidget(text_label(note, "secondary"))
        self.field.setFocus()

    def commit(self) -> None:
        person = self.field.person
        if person is not None:
            gallery, picture = self._gallery, self._picture
            self.save(lambda: _given(gallery, person, picture))

    def done(self, result: int) -> None:
        """Close, and read no more faces."""
        self._thumbnails.stop()
        super().done(result)


def _given(gallery: Gallery, person: Person, picture: StoredPhoto) -> tuple[Person, Avatar | None]:
    former = gallery.avatar(person.id)
    return gallery.set_avatar(person.id, picture), former
