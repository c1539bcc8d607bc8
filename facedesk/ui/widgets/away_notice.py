"""Says that a shared gallery can't be reached, for as long as that is so."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.gallery.store import Gallery
from facedesk.ui.messages import Level
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import text_label

_LOOK_MS = 500


class AwayNotice(QWidget):
    """Nothing while the gallery can be read, and for one on this computer."""

    def __init__(self, gallery: Gallery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self.text = text_label(
            self.tr(
                "The shared gallery can't be reached. Recognition goes on from memory, and who is "
                "seen is kept here until it is back; people can't be changed meanwhile."
            )
        )
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.hide()

    def start(self) -> None:
        """Look now, and from now on."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Say what is so now."""
        away = not self._gallery.reachable
        if away == self.isVisibleTo(self.parentWidget()):
            return
        self.setVisible(away)
        back = self.tr("The shared gallery can be reached again.")
        announce(self, self.text.text() if away else back)

    def _lay_out(self) -> None:
        mark = IconMark(20)
        mark.show_icon(Level.WARNING.value, QPalette.ColorRole.Text)
        frame = QFrame()
        frame.setObjectName("message")
        frame.setProperty("level", Level.WARNING.value)
        frame.setAccessibleName(self.text.text())
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(mark)
        row.addWidget(self.text, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 16, 24, 0)  # as those of the messages
        around.addWidget(frame)
