"""Looks up the trainings that were begun, and deletes them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facedesk.training.kept import KeptTraining, delete_training, kept_trainings
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.delete_training_dialog import DeleteTrainingDialog
from facedesk.ui.widgets.lab_words import kept_title


class KeptTrainings(QObject):
    """Emits found with every KeptTraining after each look, and deleted when one is gone."""

    found = Signal(tuple)
    deleted = Signal()

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def look(self) -> None:
        """Look up which there are."""
        folder = self._context.paths.trainings
        title = self.tr("Reading the trainings")
        self._context.tasks.start(title, lambda *_: kept_trainings(folder), self.found.emit)

    def ask_to_delete(self, kept: KeptTraining) -> None:
        """Delete one when the user has agreed."""
        dialog = DeleteTrainingDialog(kept_title(kept), self._window)
        dialog.agreed.connect(lambda: self._delete(kept))
        dialog.open()

    def _delete(self, kept: KeptTraining) -> None:
        def done(_: None) -> None:
            self.deleted.emit()
            self.look()

        title = self.tr("Deleting the training")
        self._context.tasks.start(title, lambda *_: delete_training(kept), done)
