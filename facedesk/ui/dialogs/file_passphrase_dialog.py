"""Asks for the passphrase of a file until one opens it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facedesk.errors import ExportLocked, FacedeskError
from facedesk.gallery.transfer.sealed_file import SealedFile, open_sealed
from facedesk.ui.dialogs.question_dialog import QuestionDialog
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import Cancelled, Progress, TaskRunner
from facedesk.ui.widgets.labels import shortened
from facedesk.ui.widgets.passphrase_field import PassphraseField, letters_box


class FilePassphraseDialog(QuestionDialog):
    """Emits opened with the SealedFile, or failed with an error that no passphrase mends."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Import people"),
            self.tr("Type the passphrase of {file}.").format(file=shortened(path.name)),
            self.tr("Open"),
            parent,
        )
        self._tasks = tasks
        self._path = path
        self._closed = False
        self.passphrase = PassphraseField(self.tr("Passphrase"))
        self.passphrase.setPlaceholderText(self.passphrase.accessibleName())
        self.passphrase.textEdited.connect(lambda: self.show_problem(""))
        self.content.addWidget(self.passphrase)
        self.content.addWidget(letters_box(self.tr("Show passphrase"), self.passphrase))
        self.passphrase.setFocus()

    def commit(self) -> None:
        path, passphrase = self._path, self.passphrase.text()
        self._set_busy(True)

        def job(_progress: Progress, _cancelled: Cancelled) -> SealedFile:
            return open_sealed(path, passphrase)

        self._tasks.start(self.tr("Opening the file"), job, self._take, self._refuse)

    def done(self, result: int) -> None:
        """Close; what is under way is given up."""
        self._closed = True
        super().done(result)

    def show_problem(self, sentence: str) -> None:
        super().show_problem(sentence)
        self.passphrase.show_wrong(bool(sentence))

    def _take(self, file: SealedFile) -> None:
        if not self._closed:
            self.accept()
            self.opened.emit(file)

    def _refuse(self, error: FacedeskError) -> None:
        if self._closed:
            return
        self._set_busy(False)
        if isinstance(error, ExportLocked):
            self.show_problem(error_text(error))
            self.passphrase.setFocus()
            self.passphrase.selectAll()
        else:
            self.reject()
            self.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self.passphrase.setEnabled(not busy)
        self.action.setEnabled(not busy)
        self.action.setText(self.tr("Opening…") if busy else self.tr("Open"))
