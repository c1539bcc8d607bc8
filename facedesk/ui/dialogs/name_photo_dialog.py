"""Asks who is on a photo, and enrols them."""

from PySide6.QtWidgets import QWidget

from facedesk.errors import FacedeskError, NameTaken
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import Gallery
from facedesk.matching.decision import Match
from facedesk.ui.dialogs.face_dialog import FACE, FaceDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.face_crop import face_crop
from facedesk.ui.widgets.likeness_note import LikenessNote
from facedesk.ui.widgets.name_field import NameField


class NamePhotoDialog(FaceDialog):
    """Emits saved with the Person whom the photo is of now.

    When the name is taken, their photo can be replaced. When the face looks like someone enrolled,
    the photo can be a look of theirs.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        gallery: Gallery,
        photo: PreparedPhoto,
        name: str = "",
        parent: QWidget | None = None,
        match: Match | None = None,
    ) -> None:
        """match: who the face looks like already, if anyone."""
        super().__init__(tasks, self.tr("Who is this?"), self.tr("Enrol"), parent)
        self._gallery = gallery
        self._photo = photo
        self.face.show_image(face_crop(photo, 2 * FACE))
        self.face.setAccessibleName(self.tr("The face that will be enrolled"))
        self.name = NameField(name)
        self.name.select_name()
        self.content.addWidget(self.name)
        self.likeness = LikenessNote()
        self.likeness.show_match(match)
        self.likeness.add_as_look.connect(self._add_as_look)
        self.content.addWidget(self.likeness)
        self.replace = push_button(self.tr("Replace their photo"))
        self.replace.clicked.connect(self._replace)
        self.replace.hide()
        self.buttons.insertWidget(0, self.replace)
        self.name.textEdited.connect(self._forget_problem)
        self.name.setFocus()

    def commit(self) -> None:
        name, photo, gallery = self.name.text(), self._photo, self._gallery
        problem = self.name.problem()
        if problem:
            self.show_problem(problem)
        else:
            self.save(lambda: gallery.enrol(name, photo))

    def refused(self, error: FacedeskError) -> None:
        super().refused(error)
        self.replace.setVisible(isinstance(error, NameTaken))
        self.name.setFocus()

    def show_problem(self, sentence: str) -> None:
        super().show_problem(sentence)
        self.name.show_wrong(bool(sentence))

    def _replace(self) -> None:
        name, photo, gallery = self.name.text(), self._photo, self._gallery
        self.save(lambda: gallery.replace_photo(gallery.person(name).id, photo))

    def _add_as_look(self, person_id: int) -> None:
        photo, gallery = self._photo, self._gallery
        self.save(lambda: gallery.add_look(person_id, photo))

    def _forget_problem(self) -> None:
        self.replace.hide()
        if self.problem.text():
            self.show_problem("")
