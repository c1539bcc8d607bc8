"""Knows how the gallery is protected, and changes it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from facedesk.errors import FacedeskError, SharedGalleryAway
from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.protecting import methods_of, protect_by_keyring, remove_method
from facedesk.gallery.protection.system_keyring import system_keyring
from facedesk.gallery.sharing.shared_gallery import SharedGallery
from facedesk.gallery.sharing.shared_key import keep_on_this_desk
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.passphrase_dialogs import (
    ChangePassphraseDialog,
    RemovePassphraseDialog,
    SetPassphraseDialog,
)
from facedesk.ui.messages import Level
from facedesk.ui.tasks import Task


@dataclass(frozen=True)
class Protection:
    """methods: what opens the gallery. keyring: whether the system has one that could.

    shared: whether other desks use the gallery, too, which one desk's keyring can't open it for.
    """

    methods: frozenset[Method]
    keyring: bool
    shared: bool


class Protecting(QObject):
    """Emits changed with the Protection whenever it was asked for, or has changed."""

    changed = Signal(object)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._shared = isinstance(context.gallery, SharedGallery)
        self._now: Protection | None = None
        self._task: Task | None = None

    def look(self) -> None:
        """Find out how the gallery is protected."""
        if self._task in self._context.tasks.running:
            return
        database, shared = self._context.gallery.database, self._shared

        def job(*_: object) -> Protection:
            return Protection(methods_of(database), system_keyring() is not None, shared)

        title = self.tr("Looking at the protection")
        self._task = self._context.tasks.start(title, job, self._tell, self._refuse)

    def set_passphrase(self) -> None:
        """Let the user give the gallery a passphrase."""
        keyring = self._keyring_could_open()
        database, tasks = self._context.gallery.database, self._context.tasks
        done = self.tr("The gallery has a passphrase now.")
        self._open(SetPassphraseDialog(tasks, database, keyring, self._window), done)

    def change_passphrase(self) -> None:
        """Let the user give it another."""
        database, tasks = self._context.gallery.database, self._context.tasks
        done = self.tr("The passphrase was changed.")
        self._open(ChangePassphraseDialog(tasks, database, self._window), done)

    def remove_passphrase(self) -> None:
        """Let the user take it away."""
        keyring = self._keyring_could_open()
        database, tasks = self._context.gallery.database, self._context.tasks
        done = self.tr("The passphrase was removed.")
        self._open(RemovePassphraseDialog(tasks, database, keyring, self._window), done)

    def use_keyring(self) -> None:
        """Let the system's keyring open the gallery, so that nobody is asked."""
        database = self._context.gallery.database
        use = keep_on_this_desk if self._shared else protect_by_keyring
        done = self.tr("The system's keyring opens the gallery from now on.")
        self._run(self.tr("Giving the key to the keyring"), lambda: use(database), done)

    def ask_always(self) -> None:
        """Let only the passphrase open the gallery."""
        database = self._context.gallery.database
        done = self.tr("facedesk asks for the passphrase at every start.")
        title = self.tr("Taking the key from the keyring")
        self._run(title, lambda: remove_method(database, Method.KEYRING), done)

    def _keyring_could_open(self) -> bool:
        return self._now is not None and self._now.keyring and not self._shared

    def _open(self, dialog: QDialog, done: str) -> None:
        dialog.saved.connect(lambda _: self._succeed(done))
        dialog.open()

    def _run(self, title: str, job: Callable[[], object], done: str) -> None:
        self._context.tasks.start(title, lambda *_: job(), lambda _: self._succeed(done))

    def _succeed(self, done: str) -> None:
        self._context.messages.show(Level.SUCCESS, done)
        self.look()

    def _refuse(self, error: FacedeskError) -> None:
        if not isinstance(error, SharedGalleryAway):  # of which the window tells
            self._context.messages.show_error(error)

    def _tell(self, found: Protection) -> None:
        self._now = found
        self.changed.emit(found)
