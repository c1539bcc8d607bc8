"""Asks who enrolled a person, and on what basis."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QWidget

from facedesk.gallery.consent import LONGEST_NOTE, Basis, Consent, clean_note
from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery
from facedesk.ui.dialogs.saving_dialog import SavingDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.consent_words import basis_text
from facedesk.ui.widgets.labels import shortened, text_label


class ConsentDialog(SavingDialog):
    """Emits saved with the Person as they are now."""

    def __init__(
        self, tasks: TaskRunner, gallery: Gallery, person: Person, parent: QWidget | None = None
    ) -> None:
        heading = self.tr("Record of {name}").format(name=shortened(person.name))
        super().__init__(tasks, heading, self.tr("Save"), parent)
        self._gallery = gallery
        self._person = person
        self.enrolled_by = _line(self.tr("Enrolled by"), person.consent.enrolled_by)
        self.basis = QComboBox()
        self.basis.setAccessibleName(self.tr("Basis"))
        self.basis.setItemDelegate(QStyledItemDelegate(self.basis))
        for basis in Basis:
            self.basis.addItem(basis_text(basis), basis.value)
        self.basis.setCurrentIndex(self.basis.findData(person.consent.basis.value))
        self.note = _line(self.tr("Note"), person.consent.note)
        self.note.setPlaceholderText(self.tr("Such as where the signed form is"))
        for field in (self.enrolled_by, self.basis, self.note):
            label = text_label(field.accessibleName())
            label.setBuddy(field)
            self.content.addWidget(label)
            self.content.addWidget(field)
        self.enrolled_by.setFocus()

    def commit(self) -> None:
        gallery, person = self._gallery, self._person
        consent = Consent(
            clean_note(self.enrolled_by.text()),
            Basis(self.basis.currentData()),
            clean_note(self.note.text()),
        )
        self.save(lambda: gallery.note_consent(person.id, consent, person.version))


def _line(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setMaxLength(LONGEST_NOTE)
    field.setCursorPosition(0)
    return field
