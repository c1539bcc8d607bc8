"""The dialogs in which a gallery gets a passphrase, another one, or none."""

from PySide6.QtWidgets import QCheckBox, QWidget

from facedesk.errors import FacedeskError, PassphrasesDiffer, PassphraseTooShort, WrongPassphrase
from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.passphrase import check_passphrase
from facedesk.gallery.protection.protecting import (
    check_passphrase_of,
    methods_of,
    protect_by_keyring,
    protect_by_passphrase,
    remove_method,
)
from facedesk.gallery.storage.database import Database
from facedesk.ui.dialogs.saving_dialog import SavingDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.passphrase_field import PassphraseField, letters_box


class _NewPassphraseDialog(SavingDialog):
    """Has the new passphrase typed twice."""

    def __init__(
        self, tasks: TaskRunner, database: Database, heading: str, action: str, parent: QWidget
    ) -> None:
        super().__init__(tasks, heading, action, parent)
        self._database = database
        self.new = PassphraseField(self.tr("New passphrase"))
        self.again = PassphraseField(self.tr("The same again"))

    def add_fields(self, *fields: PassphraseField) -> None:
        """Show these fields, and the box that shows their letters."""
        for field in fields:
            field.setPlaceholderText(field.accessibleName())
            field.textEdited.connect(lambda: self.show_problem(""))
            self.content.addWidget(field)
        self.content.addWidget(letters_box(self.tr("Show what is typed"), *fields))
        warning = self.tr("If it is forgotten, nobody can open the gallery. Write it down.")
        self.content.addWidget(text_label(warning, "secondary"))
        fields[0].setFocus()

    def typed(self) -> str | None:
        """Return the new passphrase; None, after saying so, when something is wrong with it."""
        try:
            check_passphrase(self.new.text())
            if self.again.text() != self.new.text():
                raise PassphrasesDiffer
        except FacedeskError as error:
            self.refused(error)
            return None
        return self.new.text()

    def refused(self, error: FacedeskError) -> None:
        super().refused(error)
        wrong = {PassphraseTooShort: self.new, PassphrasesDiffer: self.again}
        if type(error) in wrong:
            wrong[type(error)].show_wrong(True)
            wrong[type(error)].setFocus()

    def show_problem(self, sentence: str) -> None:
        super().show_problem(sentence)
        for field in (self.new, self.again):
            field.show_wrong(False)


class SetPassphraseDialog(_NewPassphraseDialog):
    """Gives a gallery a passphrase. Emits saved once it has it."""

    def __init__(
        self, tasks: TaskRunner, database: Database, keyring: bool, parent: QWidget
    ) -> None:
        """keyring: whether the system's could open the gallery as well."""
        heading, action = self.tr("Set a passphrase"), self.tr("Set passphrase")
        super().__init__(tasks, database, heading, action, parent)
        self._keyring = keyring
        self.always = QCheckBox(self.tr("Ask for it at every start"))
        self.always.setChecked(True)
        self.add_fields(self.new, self.again)
        if keyring:
            otherwise = self.tr(
                "Otherwise the system's keyring opens the gallery while you are logged in, and the "
                "passphrase is there for the day on which the keyring is lost."
            )
            self.content.addWidget(self.always)
            self.content.addWidget(text_label(otherwise, "secondary"))

    def commit(self) -> None:
        passphrase = self.typed()
        if passphrase is None:
            return
        database, keyring, always = self._database, self._keyring, self.always.isChecked()

        def protect() -> None:
            protect_by_passphrase(database, passphrase)
            if keyring and always:
                remove_method(database, Method.KEYRING)
            elif keyring and Method.KEYRING not in methods_of(database):
                protect_by_keyring(database)

        self.save(protect)


class ChangePassphraseDialog(_NewPassphraseDialog):
    """Puts another passphrase in the place of the present one. Emits saved once that is done."""

    def __init__(self, tasks: TaskRunner, database: Database, parent: QWidget) -> None:
        heading, action = self.tr("Change the passphrase"), self.tr("Change passphrase")
        super().__init__(tasks, database, heading, action, parent)
        self.present = PassphraseField(self.tr("Present passphrase"))
        self.add_fields(self.present, self.new, self.again)

    def commit(self) -> None:
        new, present, database = self.typed(), self.present.text(), self._database
        if new is None:
            return

        def change() -> None:
            check_passphrase_of(database, present)
            protect_by_passphrase(database, new)

        self.save(change)

    def refused(self, error: FacedeskError) -> None:
        super().refused(error)
        if isinstance(error, WrongPassphrase):
            self.present.show_wrong(True)
            self.present.selectAll()
            self.present.setFocus()

    def show_problem(self, sentence: str) -> None:
        super().show_problem(sentence)
        self.present.show_wrong(False)


class RemovePassphraseDialog(SavingDialog):
    """Takes the passphrase away; the keyring, or nothing, protects the gallery then."""

    def __init__(
        self, tasks: TaskRunner, database: Database, keyring: bool, parent: QWidget
    ) -> None:
        """keyring: whether the system's can open the gallery instead. Emits saved in the end."""
        heading, action = self.tr("Remove the passphrase?"), self.tr("Remove passphrase")
        super().__init__(tasks, heading, action, parent, kind="plain" if keyring else "danger")
        self._database = database
        self._keyring = keyring
        then = self.tr("The system's keyring opens the gallery from now on.")
        if not keyring:
            then = self.tr(
                "The gallery will not be protected any more: whoever gets hold of its file sees "
                "everyone's photos."
            )
        self.content.addWidget(text_label(then, "" if keyring else "error"))
        self.present = PassphraseField(self.tr("Present passphrase"))
        self.present.setPlaceholderText(self.present.accessibleName())
        self.present.textEdited.connect(lambda: self.show_problem(""))
        self.content.addWidget(self.present)
        self.content.addWidget(letters_box(self.tr("Show what is typed"), self.present))
        self.present.setFocus()

    def commit(self) -> None:
        present, database, keyring = self.present.text(), self._database, self._keyring

        def remove() -> None:
            check_passphrase_of(database, present)
            if keyring:
                protect_by_keyring(database)
            remove_method(database, Method.PASSPHRASE)

        self.save(remove)

    def refused(self, error: FacedeskError) -> None:
        super().refused(error)
        self.present.show_wrong(True)
        self.present.selectAll()
        self.present.setFocus()

    def show_problem(self, sentence: str) -> None:
        super().show_problem(sentence)
        self.present.show_wrong(False)
