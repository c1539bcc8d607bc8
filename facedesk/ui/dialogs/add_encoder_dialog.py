"""Asks what an encoder is to be called, and on whose photos it is measured."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from facedesk.ui.dialogs.question_dialog import QuestionDialog
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.people_folder_field import PeopleFolderField

_LONGEST_NAME = 100


class AddEncoderDialog(QuestionDialog):
    """Emits chosen with the name and the folder."""

    chosen = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None, advice: str = "") -> None:
        """name: what it may be called. advice: what must be known about this one."""
        super().__init__(self.tr("Add an encoder"), "", self.tr("Add and measure"), parent)
        self.name = QLineEdit(name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.selectAll()
        self.folder = PeopleFolderField()
        label = text_label(self.name.accessibleName())
        label.setBuddy(self.name)
        self.content.addWidget(label)
        self.content.addWidget(self.name)
        self.content.addSpacing(8)
        self.content.addWidget(self.folder)
        if advice:  # below what it is about
            self.content.addWidget(text_label(advice, "secondary"))
        self.folder.changed.connect(lambda: self.show_problem(""))
        self.name.textEdited.connect(lambda: self.show_problem(""))
        self.name.setFocus()

    def commit(self) -> None:
        if not self.name.text().strip():
            self.show_problem(self.tr("Give it a name."))
            self.name.setFocus()
        elif problem := self.folder.problem():
            self.show_problem(problem)
            self.folder.choose.setFocus()
        else:
            self.accept()
            self.chosen.emit(self.name.text().strip(), self.folder.folder)
