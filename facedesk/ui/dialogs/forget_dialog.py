"""Asks once before sightings are forgotten."""

from collections.abc import Sequence

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.ui.dialogs.face_dialog import FaceDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.sighting_words import span_text, who_text


class ForgetDialog(FaceDialog):
    """Emits saved with None when they are gone."""

    def __init__(
        self,
        tasks: TaskRunner,
        sightings: Sightings,
        chosen: Sequence[RecordedSighting],
        face: QPixmap | None,
        parent: QWidget | None = None,
    ) -> None:
        """chosen: one or more. face: of a single one, if there is a picture."""
        heading = self.tr("Forget {n} sightings?").format(n=len(chosen))
        if len(chosen) == 1:
            heading = self.tr("Forget this sighting?")
        super().__init__(tasks, heading, self.tr("Forget"), parent, kind="danger")
        self._sightings = sightings
        self._ids = [sighting.id for sighting in chosen]
        if face is not None:
            self.face.show_image(face.toImage())
        self.face.setVisible(face is not None)
        if len(chosen) == 1:
            who, when = shortened(who_text(chosen[0])), span_text(chosen[0], with_day=True)
            self.content.addWidget(text_label(f"{who}, {when}"))
        loss = self.tr("It is deleted from the record, with its picture. This can't be undone.")
        if len(chosen) > 1:
            loss = self.tr(
                "They are deleted from the record, with their pictures. This can't be undone."
            )
        self.content.addWidget(text_label(loss, "secondary"))
        self.cancel.setFocus()

    def commit(self) -> None:
        sightings, ids = self._sightings, self._ids
        self.save(lambda: sightings.forget(ids))
