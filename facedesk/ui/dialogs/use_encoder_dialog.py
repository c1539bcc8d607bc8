"""Asks once before everyone is recognised with another encoder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facedesk.ui.dialogs.question_dialog import QuestionDialog
from facedesk.ui.widgets.labels import shortened
from facedesk.ui.widgets.people_folder_field import PeopleFolderField


class UseEncoderDialog(QuestionDialog):
    """Emits chosen with the folder to measure it on, None where it has been measured."""

    chosen = Signal(object)

    def __init__(
        self, name: str, photos: int, measured: bool, parent: QWidget | None = None
    ) -> None:
        """photos: how many are in the gallery."""
        text = self.tr(
            "Photos to be encoded again: {n}. Until that is done, faces are recognised as before. "
            "Its figures differ: how many strangers are given a name, and how many people are "
            "missed."
        )
        super().__init__(
            self.tr("Recognise with {name}?").format(name=shortened(name)),
            text.format(n=photos),
            self.tr("Use it") if measured else self.tr("Measure and use it"),
            parent,
        )
        self.folder = None if measured else PeopleFolderField()
        if self.folder is not None:
            self.content.addWidget(self.folder)
            self.folder.changed.connect(lambda: self.show_problem(""))

    def commit(self) -> None:
        if self.folder is None:
            self.accept()
            self.chosen.emit(None)
        elif problem := self.folder.problem():
            self.show_problem(problem)
            self.folder.choose.setFocus()
        else:
            self.accept()
            self.chosen.emit(self.folder.folder)
