"""Asks once before a person is deleted."""

from PySide6.QtWidgets import QWidget

from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery
from facedesk.ui.dialogs.face_dialog import FaceDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.labels import shortened, text_label


class DeleteDialog(FaceDialog):
    """Emits saved with None when the person is gone."""

    def __init__(
        self, tasks: TaskRunner, gallery: Gallery, person: Person, parent: QWidget | None = None
    ) -> None:
        heading = self.tr("Delete {name}?").format(name=shortened(person.name))
        super().__init__(tasks, heading, self.tr("Delete"), parent, kind="danger")
        self._gallery = gallery
        self._person = person
        loss = self.tr(
            "Their photo, what facedesk learned from it, and the record of when they were seen are "
            "deleted. They will not be recognised any more. This can't be undone."
        )
        self.content.addWidget(text_label(loss, "secondary"))
        self.cancel.setFocus()

    def commit(self) -> None:
        person, gallery = self._person, self._gallery
        self.save(lambda: gallery.remove(person.id, person.version))
