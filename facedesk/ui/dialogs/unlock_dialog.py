"""Asks for what opens the gallery, before there is a window."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from facedesk import errors
from facedesk.gallery.store import Gallery
from facedesk.gallery.upkeep.setting_aside import set_aside
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.passphrase_field import PassphraseField, letters_box

_TEXT_WIDTH = 400
_CLOSED = (errors.KeyMissing, errors.KeyringSilent)

OpenWith = Callable[[str | None, Callable[[int, int], None]], Gallery]


class Step(Enum):
    """What the dialog shows: it waits, it asks for the passphrase, or nothing opens the gallery."""

    WAITING = "waiting"
    LOCKED = "locked"
    CLOSED = "closed"


class UnlockDialog(QDialog):
    """Opens the gallery in the background, and asks when that takes a passphrase.

    Emits asked once there is something to ask; then opened with the Gallery, or failed with an
    error that it has no answer to.
    """

    asked = Signal()
    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, open_with: OpenWith, file: Path | None) -> None:
        """open_with: opens the gallery with a passphrase or None, telling its progress.

        file: of the gallery, None when it is on a server, where nothing can be set aside.
        """
        super().__init__()
        self._tasks = tasks
        self._open_with = open_with
        self._file = file
        self.step = Step.WAITING
        self.setWindowTitle("facedesk")
        self.heading = text_label("", "heading")
        self.text = text_label("", "secondary")
        self.bar = QProgressBar(textVisible=False)
        self.passphrase = PassphraseField(self.tr("Passphrase"))
        self.passphrase.setPlaceholderText(self.passphrase.accessibleName())
        self.letters = letters_box(self.tr("Show passphrase"), self.passphrase)
        self.problem = text_label("", "error")
        self.aside = text_label(
            self.tr("You may begin with an empty gallery: this one is set aside, not deleted."),
            "secondary",
        )
        self.forgotten = push_button(self.tr("Forgotten?"))
        self.begin_anew = push_button(self.tr("Begin with an empty gallery"))
        self.quit = push_button(self.tr("Quit"))
        self.again = push_button(self.tr("Try again"), kind="primary")
        self.unlock = push_button(self.tr("Unlock"), kind="primary")
        self._lay_out()
        self._connect()
        self._show(Step.WAITING)

    def attempt(self, passphrase: str | None = None) -> None:
        """Try to open the gallery."""
        self._set_busy(True)

        def job(progress: Callable[[int, int, str], None], _cancelled: object) -> Gallery:
            return self._open_with(passphrase, lambda done, total: progress(done, total, ""))

        title = self.tr("Opening the gallery")
        task = self._tasks.start(title, job, self.opened.emit, self._refuse)
        task.progressed.connect(self._show_progress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what the step is for."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.unlock if self.step is Step.LOCKED else self.again).click()
            return
        super().keyPressEvent(event)

    def _refuse(self, error: errors.FacedeskError) -> None:
        self._set_busy(False)
        if isinstance(error, errors.WrongPassphrase):
            self._show_problem(error_text(error))
            self.passphrase.selectAll()
        elif isinstance(error, errors.PassphraseNeeded):
            self._ask(error)
        elif isinstance(error, _CLOSED):
            self._show_closed(self.tr("The gallery can't be opened"), self._reason(error))
        else:
            self.failed.emit(error)

    def _ask(self, error: errors.PassphraseNeeded) -> None:
        self.heading.setText(self.tr("The gallery is locked"))
        self.text.setText(self.tr("Type its passphrase."))
        if isinstance(error, errors.KeyringPassphraseNeeded):
            self.text.setText(
                self.tr(
                    "The system's keyring does not open it, as on another computer. Type the "
                    "passphrase: it opens the gallery, and the keyring learns the key again."
                )
            )
        self._show(Step.LOCKED)

    def _reason(self, error: errors.FacedeskError) -> str:
        if isinstance(error, errors.KeyringSilent):
            return self.tr(
                "The system's keyring, which has its key, does not answer or refuses to. Unlock "
                "it, or log in to this computer again, then try again."
            )
        return self.tr(
            "Its key is not in the keyring of this system: the gallery comes from another "
            "computer, or the keyring was lost. Restore that keyring, then try again."
        )

    def _forget(self) -> None:
        text = self.tr("Without its passphrase nobody can open the gallery, not even facedesk.")
        self._show_closed(self.tr("The passphrase is forgotten"), text)

    def _show_closed(self, heading: str, text: str) -> None:
        self.heading.setText(heading)
        self.text.setText(text)
        self._show(Step.CLOSED)

    def _set_aside(self) -> None:
        try:
            set_aside(self._file)
        except errors.FacedeskError as error:
            self.failed.emit(error)
            return
        self._show(Step.WAITING)
        self.attempt()

    def _show_progress(self, done: int, total: int, _note: str) -> None:
        text = self.tr("The gallery is being encrypted. Nothing is lost if it is broken off.")
        self.text.setText(text)
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show(self, step: Step) -> None:
        if step is Step.WAITING:
            self.heading.setText(self.tr("Opening the gallery…"))
            self.text.setText(self.tr("The system's keyring may ask for its password."))
            self.bar.setRange(0, 0)
        self.step = step
        self.bar.setVisible(step is Step.WAITING)
        for widget in (self.passphrase, self.letters, self.forgotten, self.unlock):
            widget.setVisible(step is Step.LOCKED)
        self.again.setVisible(step is Step.CLOSED)
        for widget in (self.aside, self.begin_anew):
            widget.setVisible(step is Step.CLOSED and self._file is not None)
        self._show_problem("")
        first = {Step.WAITING: self.quit, Step.LOCKED: self.passphrase, Step.CLOSED: self.again}
        first[step].setFocus()
        if step is not Step.WAITING:
            self.asked.emit()
        announce(self.heading, f"{self.heading.text()} {self.text.text()}")

    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.passphrase.show_wrong(bool(sentence))
        announce(self.problem, sentence)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.passphrase, self.unlock, self.again, self.begin_anew, self.forgotten):
            widget.setEnabled(not busy)
        self.unlock.setText(self.tr("Unlocking…") if busy else self.tr("Unlock"))
        if not busy and self.step is Step.LOCKED:
            self.passphrase.setFocus()

    def _connect(self) -> None:
        self.unlock.clicked.connect(lambda: self.attempt(self.passphrase.text()))
        self.again.clicked.connect(lambda: (self._show(Step.WAITING), self.attempt()))
        self.passphrase.textEdited.connect(lambda: self._show_problem(""))
        self.forgotten.clicked.connect(self._forget)
        self.begin_anew.clicked.connect(self._set_aside)
        self.quit.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.text.setMinimumWidth(_TEXT_WIDTH)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.forgotten)
        buttons.addWidget(self.begin_anew)
        buttons.addStretch(1)
        buttons.addWidget(self.quit)
        buttons.addWidget(self.again)
        buttons.addWidget(self.unlock)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(12)
        for widget in (self.heading, self.text, self.aside, self.bar, self.passphrase):
            whole.addWidget(widget)
        whole.addWidget(self.letters)
        whole.addWidget(self.problem)
        whole.addSpacing(12)
        whole.addLayout(buttons)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
