"""A field for the name of a person."""

from PySide6.QtWidgets import QLineEdit, QWidget

from facedesk.errors import NameRefused
from facedesk.gallery.names import LONGEST_NAME, clean_name
from facedesk.ui.messages import error_text

# Longer than allowed, so that a name pasted too long is refused with a sentence, not cut.
_ROOM = 4 * LONGEST_NAME


class NameField(QLineEdit):
    """Knows whether what was typed can be a name."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setMaxLength(_ROOM)
        self.setAccessibleName(self.tr("Name"))
        self.setPlaceholderText(self.tr("First and last name"))

    def select_name(self) -> None:
        """Select the whole name, with its beginning in view."""
        self.end(False)
        self.home(True)

    def problem(self) -> str:
        """Return what is wrong with the name, or ""."""
        try:
            clean_name(self.text())
        except NameRefused as error:
            return error_text(error)
        return ""

    def show_wrong(self, wrong: bool) -> None:
        """Mark the field."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
