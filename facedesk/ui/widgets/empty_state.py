"""What stands where there is nothing yet: a sentence and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facedesk.ui.widgets.icon_mark import IconMark

_ICON = 64
_WIDEST = 460


class EmptyState(QWidget):
    """An icon, a heading, a sentence and buttons, in the middle of the room there is."""

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str = "",
        buttons: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        mark = IconMark(_ICON)
        mark.show_icon(icon, QPalette.ColorRole.PlaceholderText)
        self.heading = _line(heading, "heading")
        self.sentence = _line(sentence, "secondary")
        self.sentence.setVisible(bool(sentence))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addLayout(row)
        column.addStretch(3)


def _line(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setMinimumWidth(_WIDEST)
    return label
