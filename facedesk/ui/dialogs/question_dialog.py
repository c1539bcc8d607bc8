"""What the dialogs that ask something have in common: a heading, a sentence, controls, buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import Kind, push_button
from facedesk.ui.widgets.labels import text_label

_TEXT_WIDTH = 420


class QuestionDialog(QDialog):
    """Sub-classes put their controls into `content`, and do in `commit` what is asked for.

    Use open(), which does not block.
    """

    def __init__(
        self,
        heading: str,
        sentence: str,
        action: str,
        parent: QWidget | None = None,
        kind: Kind = "primary",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = text_label(heading, "heading")
        self.sentence = text_label(sentence, "secondary")
        self.sentence.setVisible(bool(sentence))
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
        self._lay_out()

    def commit(self) -> None:
        """Do what the dialog asks for."""
        raise NotImplementedError

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; "" when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        announce(self.problem, sentence)

    def _lay_out(self) -> None:
        self.heading.setFixedWidth(_TEXT_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(8)
        whole.addWidget(self.heading)
        whole.addWidget(self.sentence)
        whole.addSpacing(8)
        whole.addLayout(self.content)
        whole.addWidget(self.problem)
        whole.addSpacing(16)
        whole.addLayout(self.buttons)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
