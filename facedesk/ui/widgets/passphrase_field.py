"""A field for a passphrase."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget


class PassphraseField(QLineEdit):
    """Shows dots unless told otherwise."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def show_letters(self, shown: bool) -> None:
        """Show what is typed, or dots."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)

    def show_wrong(self, wrong: bool) -> None:
        """Mark the field."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)


def letters_box(text: str, *fields: PassphraseField) -> QCheckBox:
    """Return a box that shows what is typed into these fields."""
    box = QCheckBox(text)
    for field in fields:
        box.toggled.connect(field.show_letters)
    return box
