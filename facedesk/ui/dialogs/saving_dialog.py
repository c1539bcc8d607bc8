"""What dialogs that change something have in common: a question, a problem, two buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import Kind, push_button
from facedesk.ui.widgets.labels import text_label

_TEXT_WIDTH = 320


class SavingDialog(QDialog):
    """Stays open until what it asks for has been done, or is given up.

    Sub-classes put their controls into `content` and call `save` from `commit`. Emits saved with
    the result of the job. Use open(), which does not block.
    """

    saved = Signal(object)

    def __init__(
        self,
        tasks: TaskRunner,
        heading: str,
        action: str,
        parent: QWidget | None = None,
        kind: Kind = "primary",
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._saving = False
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.problem = text_label("", "error")
        self.problem.hide()
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.action = push_button(action, kind=kind)
        self.action.clicked.connect(self.commit)
        # Enter does what the dialog is for, unless something gets lost by it.
        (self.cancel if kind == "danger" else self.action).setDefault(True)
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.action)
        self._lay_out(text_label(heading, "heading"))

    def commit(self) -> None:
        """Do what the dialog asks for."""
        raise NotImplementedError

    def save(self, job: Callable[[], object]) -> None:
        """Run a job that writes; close when it is done, or say here why it could not be."""
        if self._saving:
            return
        self._set_saving(True)
        self.show_problem("")
        self._tasks.start(self.tr("Saving…"), lambda *_: job(), self._close_with, self.refused)

    def refused(self, error: FacedeskError) -> None:
        """Say why it could not be done."""
        self._set_saving(False)
        self.show_problem(error_text(error))

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; "" when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        announce(self.problem, sentence)

    def reject(self) -> None:
        """Give up, unless it is being done this very moment."""
        if not self._saving:
            super().reject()

    def _close_with(self, result: object) -> None:
        self._set_saving(False)
        self.accept()
        self.saved.emit(result)

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self.action.setEnabled(not saving)
        self.cancel.setEnabled(not saving)

    def _lay_out(self, heading: QLabel) -> None:
        heading.setMinimumWidth(_TEXT_WIDTH)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(heading)
        texts.addLayout(self.content)
        texts.addWidget(self.problem)
        texts.addStretch(1)
        self.upper = QHBoxLayout()
        self.upper.setSpacing(24)
        self.upper.addLayout(texts, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(24)
        whole.addLayout(self.upper)
        whole.addLayout(self.buttons)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
