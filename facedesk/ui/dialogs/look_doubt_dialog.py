"""Asks whether a photo that hardly shows a person shall be a look of theirs all the same."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import Gallery
from facedesk.ui.dialogs.face_dialog import FACE, FaceDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.face_crop import face_crop
from facedesk.ui.widgets.labels import shortened, text_label

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.live.resemblance import LookDoubt


class LookDoubtDialog(FaceDialog):
    """Emits saved with the Person when the look is added."""

    def __init__(
        self,
        tasks: TaskRunner,
        gallery: Gallery,
        photo: PreparedPhoto,
        doubt: "LookDoubt",
        parent: QWidget | None = None,
    ) -> None:
        name = shortened(doubt.person.name)
        heading = self.tr("Is this {name}?").format(name=name)
        super().__init__(tasks, heading, self.tr("Add all the same"), parent, kind="plain")
        self._gallery = gallery
        self._person_id = doubt.person.person_id
        self._photo = photo
        self.face.show_image(face_crop(photo, 2 * FACE))
        self.face.setAccessibleName(self.tr("The new look"))
        self.content.addWidget(text_label(self._reason(doubt)))
        self.content.addWidget(text_label(self._danger(name), "secondary"))
        self.cancel.setText(self.tr("Leave it out"))
        self.cancel.setDefault(True)
        self.cancel.setFocus()

    def commit(self) -> None:
        person_id, photo, gallery = self._person_id, self._photo, self._gallery
        self.save(lambda: gallery.add_look(person_id, photo))

    def _reason(self, doubt: "LookDoubt") -> str:
        name = shortened(doubt.person.name)
        if doubt.other is None:
            return self.tr(
                "This does not look like {name} (score {score:.1f}). Add it all the same?"
            ).format(name=name, score=doubt.person.score)
        return self.tr(
            "This looks more like {other} (score {other_score:.1f}) than like {name} "
            "(score {score:.1f}). Add it all the same?"
        ).format(
            other=shortened(doubt.other.name),
            other_score=doubt.other.score,
            name=name,
            score=doubt.person.score,
        )

    def _danger(self, name: str) -> str:
        return self.tr(
            "If it shows somebody else, {name} will be recognised less well, and others may be "
            "taken for them."
        ).format(name=name)
