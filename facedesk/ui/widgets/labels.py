"""Labels as the style sheet knows them."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

Role = Literal["", "title", "heading", "secondary", "error"]
_TITLE_HEIGHT = 32  # of the buttons beside it, so that titles stand at one height on all pages


def text_label(text: str, role: Role = "") -> QLabel:
    """Return a label for plain text, in as many lines as it takes."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def page_title(text: str) -> QLabel:
    """Return the title of a page."""
    label = QLabel(text)
    label.setProperty("role", "title")
    label.setFixedHeight(_TITLE_HEIGHT)
    return label


def at_least(label: QLabel, lines: int) -> None:
    """Keep room for so many lines, so that what is below stays where it is as the text changes."""
    label.setMinimumHeight(lines * label.fontMetrics().lineSpacing())
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def shortened(name: str, longest: int = 40) -> str:
    """Return a name that fits into a heading, or into as many letters as there is room for."""
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
