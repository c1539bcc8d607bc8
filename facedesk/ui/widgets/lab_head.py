"""Says how far a training is, and what is seen in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facedesk.training.record import Seen
from facedesk.training.training_settings import Selection
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.lab_words import apart_words, taught_words
from facedesk.ui.widgets.labels import text_label


class LabHead(QFrame):
    """A card. Emits pause_wanted."""

    pause_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.taught = text_label("", "heading")
        self.apart = text_label("")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self.words = text_label("", "secondary")
        self.pause = push_button(self.tr("Pause"), "pause")
        self.pause.setToolTip(self.tr("Saves what is learned; it can go on at any time."))
        self.pause.setAccessibleDescription(self.pause.toolTip())
        self.pause.clicked.connect(self._pause)
        self._lay_out()

    def begin(self) -> None:
        """Show a training that begins."""
        self.taught.setText(self.tr("Getting ready…"))
        self.apart.hide()
        self.pause.setEnabled(True)
        self.show_progress(0, 0, "")

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show how far it is; a total of 0 means that nobody knows."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if self.pause.isEnabled():
            self.words.setText(words)

    def show_seen(self, selection: Selection, seen: Seen) -> None:
        """Explain what is seen."""
        self.taught.setText(taught_words(selection, seen))
        self.apart.setText(apart_words(seen))
        self.apart.show()

    def _pause(self) -> None:
        self.pause.setEnabled(False)
        self.words.setText(self.tr("Saving…"))
        self.pause_wanted.emit()

    def _lay_out(self) -> None:
        elsewhere = self.tr(
            "You may go on to another page meanwhile, or close facedesk: what is learned is saved."
        )
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.words, 1)
        below.addWidget(self.pause)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.taught)
        column.addWidget(self.apart)
        column.addWidget(self.progress)
        column.addLayout(below)
        column.addWidget(text_label(elsewhere, "secondary"))
