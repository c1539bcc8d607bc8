"""Asks once before a model is removed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facedesk.ui.dialogs.question_dialog import QuestionDialog
from facedesk.ui.widgets.labels import shortened


class RemoveModelDialog(QuestionDialog):
    """Emits agreed."""

    agreed = Signal()

    def __init__(self, name: str, instead: str, parent: QWidget | None = None) -> None:
        """instead: the model that takes over; "" where this one is not in use."""
        what = self.tr(
            "facedesk's copy of its file is deleted, with what was measured with it. To have it "
            "again, add or download it again."
        )
        if instead:
            first = self.tr("It is in use: facedesk goes back to {name} first.")
            what = f"{first.format(name=instead)} {what}"
        heading = self.tr("Remove {name}?").format(name=shortened(name))
        super().__init__(heading, what, self.tr("Remove"), parent, kind="danger")
        self.cancel.setFocus()

    def commit(self) -> None:
        self.accept()
        self.agreed.emit()
