"""A thin line between the rows of a card."""

from PySide6.QtWidgets import QFrame


def line() -> QFrame:
    """Return a line from side to side."""
    made = QFrame()
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made
