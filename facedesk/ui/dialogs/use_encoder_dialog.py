"""Asks once before everyone is recognised with another encoder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facedesk.ui.dialogs.question_dialog import QuestionDialog
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.people_folder_field import PeopleFolderField


class UseEncoderDialog(QuestionDialog):
    """Emits chosen with the folder to measure it on, None where it has been measured."""

    chosen = Signal(object)

    def __init__(
        self, name: str, photos: int, measured: bool, parent: QWidget | None = None
    ) -> None:
        """photos: how many are in the gallery."""
        name = shortened(name)
        text = self.tr(
            "Photos to be encoded again: {n}. Until that is done, not everyone is recognised. How "
            "many strangers are given a name and how many people are missed differs from one "
            "encoder to another."
        )
        super().__init__(
            self.tr("Recognise with {name}?").format(name=name),
            text.format(n=photos),
            self.tr("Use it") if measured else self.tr("Measure and use it"),
            parent,
        )
        self.folder = PeopleFolderField()
        self.folder.setVisible(not measured)
        self.folder.changed.connect(lambda: self.show_problem(""))
        if not measured:
            why = self.tr(
                "Before that, facedesk measures which scores strangers reach with it, on a folder "
                "of photos of other people. They are only read."
            )
            self.content.addWidget(text_label(why, "secondary"))
        self.content.addWidget(self.folder)

    def commit(self) -> None:
        if not self.folder.isHidden() and self.folder.folder is None:
            self.show_problem(self.tr("Choose the folder first."))
            self.folder.choose.setFocus()
            return
        self.accept()
        self.chosen.emit(self.folder.folder)
