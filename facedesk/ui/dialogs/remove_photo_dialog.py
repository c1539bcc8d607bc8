"""Asks once before a look is removed, or a correction is taken back."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from facedesk.gallery.photo import PersonPhoto, Role
from facedesk.gallery.store import Gallery
from facedesk.ui.dialogs.face_dialog import FaceDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.labels import shortened, text_label


class RemovePhotoDialog(FaceDialog):
    """Emits saved with None when the picture is gone."""

    def __init__(
        self,
        tasks: TaskRunner,
        gallery: Gallery,
        name: str,
        photo: PersonPhoto,
        face: QImage,
        parent: QWidget | None = None,
    ) -> None:
        """name: of the person. photo: a look or a correction."""
        heading, loss, action = self._words(photo.role, shortened(name))
        super().__init__(tasks, heading, action, parent, kind="danger")
        self._gallery = gallery
        self._photo_id = photo.id
        self.face.show_image(face)
        self.content.addWidget(text_label(loss, "secondary"))
        self.cancel.setFocus()

    def commit(self) -> None:
        photo_id, gallery = self._photo_id, self._gallery
        self.save(lambda: gallery.remove_photo(photo_id))

    def _words(self, role: Role, name: str) -> tuple[str, str, str]:
        """Return the question, what is lost, and the button."""
        if role is Role.LOOK:
            return (
                self.tr("Remove this look of {name}?").format(name=name),
                self.tr("The picture is deleted from this computer. This can't be undone."),
                self.tr("Remove"),
            )
        return (
            self.tr("Take this correction back?"),
            self.tr(
                "The picture is deleted from this computer, and this face may be taken for "
                "{name} again."
            ).format(name=name),
            self.tr("Take back"),
        )
