"""Who enrolled a person and on what basis, and the sheet to take away."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facedesk.gallery.consent import Consent
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.consent_words import consent_lines
from facedesk.ui.widgets.labels import text_label


class ConsentSection(QWidget):
    """Shows what is noted, with buttons to change it, and to save or print the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = self.tr("Enrolment")
        self.setAccessibleName(heading)
        self.edit = push_button(self.tr("Edit…"), "rename")
        self.save = push_button(self.tr("Save…"), "save")
        self.print = push_button(self.tr("Print…"), "mdi6.printer-outline")
        for button, name in (
            (self.edit, self.tr("Edit who enrolled them, and the basis")),
            (self.save, self.tr("Save all that is kept of this person as a file")),
            (self.print, self.tr("Print all that is kept of this person")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.sentence = text_label("", "secondary")
        header = QHBoxLayout()
        header.setSpacing(8)
        header.addWidget(text_label(heading, "heading"), 1)
        for button in (self.edit, self.save, self.print):
            header.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(header)
        column.addWidget(self.sentence)

    def show_consent(self, consent: Consent) -> None:
        """Show this from now on."""
        self.sentence.setText("\n".join(consent_lines(consent)))
