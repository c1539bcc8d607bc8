"""What the Evaluation page says before there is a result, or instead of one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import text_label

_ICON = 48
_WIDEST = 560


class EvaluationIntro(QWidget):
    """An icon, a heading and paragraphs, as high as they need."""

    def __init__(self, icon: str, heading: str, *paragraphs: str) -> None:
        super().__init__()
        mark = IconMark(_ICON)
        mark.show_icon(icon, QPalette.ColorRole.PlaceholderText)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(12)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.paragraphs = [text_label(text, "secondary") for text in paragraphs]
        for label in (text_label(heading, "heading"), *self.paragraphs):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
