"""Shows the new photo of a person before the old one goes."""

from PySide6.QtWidgets import QWidget

from facedesk.gallery.person import Person
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import Gallery
from facedesk.matching.decision import Match
from facedesk.ui.dialogs.face_dialog import FACE, FaceDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.face_crop import face_crop
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.likeness_note import LikenessNote


class ReplacePhotoDialog(FaceDialog):
    """Emits saved with the Person whom the photo is of now.

    That is somebody else where it looks like them, and the user makes it a look of theirs.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        gallery: Gallery,
        person: Person,
        photo: PreparedPhoto,
        parent: QWidget | None = None,
        match: Match | None = None,
    ) -> None:
        """match: who else the face looks like, if anyone."""
        name = shortened(person.name)
        heading = self.tr("Use this photo for {name}?").format(name=name)
        super().__init__(tasks, heading, self.tr("Use this photo"), parent)
        self._gallery = gallery
        self._person = person
        self._photo = photo
        self.face.show_image(face_crop(photo, 2 * FACE))
        self.face.setAccessibleName(self.tr("The new photo"))
        loss = self.tr("The present photo is deleted from this computer.")
        self.content.addWidget(text_label(loss, "secondary"))
        self.likeness = LikenessNote()
        self.likeness.show_match(match)
        self.likeness.add_as_look.connect(self._add_as_look)
        self.content.addWidget(self.likeness)
        self.action.setFocus()

    def commit(self) -> None:
        person, photo, gallery = self._person, self._photo, self._gallery
        self.save(lambda: gallery.replace_photo(person.id, photo, person.version))

    def _add_as_look(self, person_id: int) -> None:
        photo, gallery = self._photo, self._gallery
        self.save(lambda: gallery.add_look(person_id, photo))
