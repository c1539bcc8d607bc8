"""Asks once before an avatar is removed."""

from PySide6.QtWidgets import QWidget

from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery
from facedesk.ui.dialogs.face_dialog import FaceDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.labels import shortened, text_label


class RemoveAvatarDialog(FaceDialog):
    """Emits saved with the Person when the picture is gone."""

    def __init__(
        self, tasks: TaskRunner, gallery: Gallery, person: Person, parent: QWidget | None = None
    ) -> None:
        self._gallery = gallery
        self._person = person
        super().__init__(
            tasks,
            self.tr("Remove the avatar of {name}?").format(name=shortened(person.name)),
            self.tr("Remove"),
            parent,
            kind="danger",
        )
        loss = self.tr(
            "The photo is shown again in its place. The picture is deleted from this computer; "
            "this can't be undone."
        )
        self.content.addWidget(text_label(loss, "secondary"))
        self.cancel.setFocus()

    def commit(self) -> None:
        person_id, gallery = self._person.id, self._gallery
        self.save(lambda: gallery.remove_avatar(person_id))
