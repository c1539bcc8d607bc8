"""Keeps the mouse wheel for the page."""

from PySide6.QtGui import QWheelEvent


class LeavesWheelToPage:
    """The wheel scrolls the page; it must not change a setting in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
