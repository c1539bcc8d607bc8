"""Offers to show the clips that liveness is learned from, made of the user's own photos."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label


class MadeClipsCard(QFrame):
    """Emits folder_wanted, people_wanted and cancel_wanted."""

    folder_wanted = Signal()
    people_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.about = text_label(
            self.tr(
                "facedesk has learned to tell a living face from a picture of one by clips that "
                "were made from photos: of heads that move, of prints and of screens. See what "
                "they look like; the photos are only read."
            ),
            "secondary",
        )
        self.folder = push_button(self.tr("From a folder of photos…"), "folder")
        self.people = push_button(self.tr("From your people"), "people")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Making clips"))
        self.words = text_label("", "secondary")
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel making clips"))
        self.problem = text_label("", "error")
        self._lay_out()
        self.folder.clicked.connect(self.folder_wanted)
        self.people.clicked.connect(self.people_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.show_running(False)
        self.show_problem("")

    def show_running(self, running: bool) -> None:
        """Show that clips are being made, or that they can be."""
        focused = self.folder.hasFocus() or self.people.hasFocus() or self.cancel.hasFocus()
        self.folder.setVisible(not running)
        self.people.setVisible(not running)
        for widget in (self.progress, self.words, self.cancel):
            widget.setVisible(running)
        self.progress.setRange(0, 0)
        self.words.setText("")
        if focused:
            (self.cancel if running else self.folder).setFocus()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show how far it is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.words.setText(words)

    def show_problem(self, sentence: str) -> None:
        """Say why no clips could be made; empty: nothing is wrong."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        announce(self.problem, sentence)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.people)
        buttons.addWidget(self.words, 1)
        buttons.addWidget(self.cancel)
        buttons.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(text_label(self.tr("Made clips"), "heading"))
        column.addWidget(self.about)
        column.addWidget(self.problem)
        column.addWidget(self.progress)
        column.addLayout(buttons)
