"""Says how the gallery is protected, and offers to change it."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facedesk.gallery.protection.data_key import Method
from facedesk.ui.protecting import Protecting, Protection
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import text_label

_KEYRING, _PASSPHRASE = Method.KEYRING, Method.PASSPHRASE


class ProtectionCard(QFrame):
    """A card with the state in words, what it means, and buttons."""

    def __init__(self, protecting: Protecting) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.mark = IconMark(20)
        self.state = text_label("")
        self.meaning = text_label("", "secondary")
        self.set = push_button(self.tr("Set a passphrase…"))
        self.change = push_button(self.tr("Change passphrase…"))
        self.remove = push_button(self.tr("Remove passphrase…"))
        self.use_keyring = push_button(self.tr("Use the system's keyring"))
        self.ask_always = push_button(self.tr("Ask at every start"))
        self.set.clicked.connect(protecting.set_passphrase)
        self.change.clicked.connect(protecting.change_passphrase)
        self.remove.clicked.connect(protecting.remove_passphrase)
        self.use_keyring.clicked.connect(protecting.use_keyring)
        self.ask_always.clicked.connect(protecting.ask_always)
        self._lay_out()
        protecting.changed.connect(self.show_protection)

    def show_protection(self, found: Protection) -> None:
        """Say how the gallery is protected."""
        protected = bool(found.methods)
        role = QPalette.ColorRole.Text if protected else QPalette.ColorRole.BrightText
        self.mark.show_icon("protected" if protected else "unprotected", role)
        self.state.setText(self._state(found.methods))
        self.meaning.setText(self._meaning(found))
        self.setAccessibleName(f"{self.state.text()} {self.meaning.text()}")
        by_keyring, by_passphrase = _KEYRING in found.methods, _PASSPHRASE in found.methods
        self.set.setVisible(not by_passphrase)
        self.change.setVisible(by_passphrase)
        self.remove.setVisible(by_passphrase)
        may_use = found.keyring and not by_keyring
        self.use_keyring.setVisible(may_use and (by_passphrase or not found.shared))
        self.ask_always.setVisible(by_keyring and by_passphrase)

    def _state(self, methods: frozenset[Method]) -> str:
        states = {
            frozenset(): self.tr("The gallery is not protected"),
            frozenset({_KEYRING}): self.tr("Protected by the system's keyring"),
            frozenset({_PASSPHRASE}): self.tr("Protected by a passphrase"),
        }
        both = self.tr("Protected by the system's keyring, and by a passphrase")
        return states.get(methods, both)

    def _meaning(self, found: Protection) -> str:
        if not found.methods:
            return self._danger(found)
        encrypted = self.tr("Photos, templates and pictures of sightings are encrypted.")
        if _KEYRING not in found.methods:
            how = self.tr(
                "facedesk asks for the passphrase at every start. Nobody can open the gallery "
                "when it is forgotten."
            )
        elif _PASSPHRASE not in found.methods:
            how = self.tr(
                "The gallery opens by itself while you are logged in. Should this keyring get "
                "lost, nobody could open it: a passphrase would."
            )
        else:
            how = self.tr(
                "The gallery opens by itself while you are logged in, and by the passphrase where "
                "the keyring is lost."
            )
        return f"{encrypted} {how}"

    def _danger(self, found: Protection) -> str:
        danger = self.tr("Whoever gets hold of its file sees everyone's photos.")
        if found.shared:
            danger = self.tr("Whoever gets at its database sees everyone's photos.")
        elif not found.keyring:
            none = self.tr("This system has no keyring that facedesk can use.")
            danger = f"{danger} {none}"
        remedy = self.tr("Set a passphrase to protect it.")
        return f"{danger} {remedy}"

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.mark)
        head.addWidget(self.state, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.set, self.change, self.remove, self.use_keyring, self.ask_always):
            button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.meaning)
        column.addLayout(buttons)
