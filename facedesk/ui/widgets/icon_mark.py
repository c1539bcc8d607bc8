"""An icon beside a text, in the colours of the theme of the moment."""

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from facedesk.ui import icons


class IconMark(QWidget):
    """Paints an icon, or nothing before the first; screen readers pass over it."""

    def __init__(self, side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._role = QPalette.ColorRole.WindowText
        self.setFixedSize(side, side)

    def show_icon(
        self, name: str, role: QPalette.ColorRole = QPalette.ColorRole.WindowText
    ) -> None:
        """Paint this icon, in the colour that the palette has for a role."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            icons.icon(self._name, self._role).paint(painter, self.rect())
            painter.end()
