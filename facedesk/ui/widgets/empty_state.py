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
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(_centred([self.heading]))
        column.addLayout(_centred([self.sentence]))
        column.addSpacing(16)
        column.addLayout(_centred(buttons))
        column.addStretch(3)


def _centred(widgets: Sequence[QWidget]) -> QHBoxLayout:
    """Return a row; unlike an alignment, it knows how high a text of this width is."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _line(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setFixedWidth(_WIDEST)
    return label
