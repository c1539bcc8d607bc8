"""Asks for another name of a person."""

from PySide6.QtWidgets import QWidget

from facedesk.errors import FacedeskError
from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery
from facedesk.ui.dialogs.face_dialog import FaceDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.labels import shortened
from facedesk.ui.widgets.name_field import NameField


class RenameDialog(FaceDialog):
    """Emits saved with the renamed Person."""

    def __init__(
        self, tasks: TaskRunner, gallery: Gallery, person: Person, parent: QWidget | None = None
    ) -> None:
        heading = self.tr("Rename {name}").format(name=shortened(person.name))
        super().__init__(tasks, heading, self.tr("Rename"), parent)
        self._gallery = gallery
        self._person = person
        self.name = NameField(person.name)
        self.name.select_name()
        self.content.addWidget(self.name)
        self.name.textEdited.connect(lambda: self.show_problem(""))
        self.name.setFocus()

    def commit(self) -> None:
        name, person, gallery = self.name.text(), self._person, self._gallery
        problem = self.name.problem()
        if problem:
            self.show_problem(problem)
        elif name == person.name:
            self.reject()
        else:
            self.save(lambda: gallery.rename(person.id, name, person.version))

    def refused(self, error: FacedeskError) -> None:
        super().refused(error)
        self.name.setFocus()

    def show_problem(self, sentence: str) -> None:
        super().show_problem(sentence)
        self.name.show_wrong(bool(sentence))
