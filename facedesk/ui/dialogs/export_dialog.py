"""Asks who is to be exported, and for the passphrase of the file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from facedesk.errors import PassphraseTooShort
from facedesk.gallery.person import Person
from facedesk.gallery.protection.passphrase import check_passphrase
from facedesk.ui.dialogs.question_dialog import QuestionDialog
from facedesk.ui.messages import error_text
from facedesk.ui.widgets.buttons import short_text
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.passphrase_field import PassphraseField, letters_box

_NAME_WIDTH = 360


class ExportDialog(QuestionDialog):
    """Emits chosen with the passphrase, and the id of the one person to export or None for all."""

    chosen = Signal(str, object)

    def __init__(self, everyone: int, person: Person | None, parent: QWidget | None = None) -> None:
        """everyone: how many there are. person: who is selected, if anyone."""
        super().__init__(
            self.tr("Export people"),
            self.tr(
                "Names, photos and notes go into one encrypted file. Without its passphrase "
                "nobody can open it: not we, and not you."
            ),
            self.tr("Choose a file…"),
            parent,
        )
        self._person = person
        self.content.addWidget(text_label(self.tr("People enrolled: {n}").format(n=everyone)))
        self.one = QCheckBox("")
        if person is not None:
            only = self.tr("Export only {name}").format(name=person.name)
            self.one.setText(short_text(only, self.one.fontMetrics(), _NAME_WIDTH))
            self.one.setAccessibleName(only)
            self.content.addWidget(self.one)
        self.content.addSpacing(8)
        self.passphrase = PassphraseField(self.tr("Passphrase"))
        self.again = PassphraseField(self.tr("The same again"))
        for field in (self.passphrase, self.again):
            field.setPlaceholderText(field.accessibleName())
            field.textEdited.connect(lambda: self.show_problem(""))
            self.content.addWidget(field)
        letters = letters_box(self.tr("Show passphrase"), self.passphrase, self.again)
        self.content.addWidget(letters)
        self.passphrase.setFocus()

    def commit(self) -> None:
        passphrase = self.passphrase.text()
        try:
            check_passphrase(passphrase)
        except PassphraseTooShort as error:
            self._refuse(self.passphrase, error_text(error))
            return
        if self.again.text() != passphrase:
            self._refuse(self.again, self.tr("The two passphrases are not the same."))
            return
        only = self._person.id if self._person and self.one.isChecked() else None
        self.accept()
        self.chosen.emit(passphrase, only)

    def show_problem(self, sentence: str) -> None:
        super().show_problem(sentence)
        for field in (self.passphrase, self.again):
            field.show_wrong(False)

    def _refuse(self, field: PassphraseField, sentence: str) -> None:
        self.show_problem(sentence)
        field.show_wrong(True)
        field.setFocus()
        field.selectAll()
