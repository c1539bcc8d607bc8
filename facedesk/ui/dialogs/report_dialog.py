"""What dialogs that list something for reading have in common: a heading, lists, Copy and Close."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.report_list import ReportList


class ReportDialog(QDialog):
    """Shows lists, each under a sentence; they can be copied."""

    def __init__(
        self,
        title: str,
        heading: str,
        lists: Sequence[tuple[str, ReportList]],
        parent: QWidget | None = None,
    ) -> None:
        """lists: with the sentence above each, "" for none."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lists = tuple(shown for _, shown in lists)
        self.heading = text_label(heading, "heading")
        self.copy = push_button(self.tr("Copy list"))
        self.copy.clicked.connect(self._copy)
        self.close_button = push_button(self.tr("Close"), kind="primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.copy)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.heading)
        for sentence, shown in lists:
            if sentence:
                column.addWidget(text_label(sentence))
            column.addWidget(shown, 1)
        column.addLayout(self.buttons)
        self.resize(760, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(shown.text for shown in self.lists))
