"""Asks once before a training is deleted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facedesk.ui.dialogs.question_dialog import QuestionDialog
from facedesk.ui.widgets.labels import shortened


class DeleteTrainingDialog(QuestionDialog):
    """Emits agreed."""

    agreed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        loss = self.tr(
            "What was learned is deleted, with its model card. An encoder that you use already, "
            "and the photos, stay. This can't be undone."
        )
        heading = self.tr("Delete the training on {name}?").format(name=shortened(name))
        super().__init__(heading, loss, self.tr("Delete"), parent, kind="danger")
        self.cancel.setFocus()

    def commit(self) -> None:
        self.accept()
        self.agreed.emit()
