"""Shows how far long work is that goes on behind other pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.progress_ring import ProgressRing


class Running(QWidget):
    """A ring with an icon, what is being done, and that it may be left alone."""

    def __init__(self, icon: str, kept: str, parent: QWidget | None = None) -> None:
        """kept: what is kept for the next time, in a sentence."""
        super().__init__(parent)
        self.ring = ProgressRing()
        self.ring.show_icon(icon)
        self.words = text_label("", "heading")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        elsewhere = self.tr("You may go on to another page meanwhile.")
        self.kept = text_label(f"{elsewhere} {kept}", "secondary")
        self.kept.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(8)
        column.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.kept)
        column.addWidget(QLabel(), 1)

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show how much is done; a total of 0 means that nobody knows how much there is."""
        self.ring.show_done(done / total if total else 0.0)
        self.words.setText(words)
