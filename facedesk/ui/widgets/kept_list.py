"""The trainings that were begun before: each can be looked at, go on, or be deleted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.training.kept import KeptTraining
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.lab_words import kept_title, kept_words
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.line import line


class KeptList(QFrame):
    """A card with a row for each. Emits what is wanted, with the training."""

    show_wanted = Signal(object)
    go_on_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.rows: tuple[KeptRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 4)
        self._column.setSpacing(0)
        self._column.addWidget(text_label(self.tr("Your trainings"), "heading"))

    def show_trainings(self, trainings: Sequence[KeptTraining]) -> None:
        """Show these instead of those before."""
        while self._column.count() > 1:
            former = self._column.takeAt(1).widget()
            former.setParent(None)
            former.deleteLater()
        self.rows = tuple(KeptRow(kept) for kept in trainings)
        for number, row in enumerate(self.rows):
            if number:
                self._column.addWidget(line())
            self._column.addWidget(row)
            row.show_button.clicked.connect(lambda _, k=row.kept: self.show_wanted.emit(k))
            row.go_on.clicked.connect(lambda _, k=row.kept: self.go_on_wanted.emit(k))
            row.delete.clicked.connect(lambda _, k=row.kept: self.delete_wanted.emit(k))


class KeptRow(QWidget):
    """One training, with its buttons."""

    def __init__(self, kept: KeptTraining) -> None:
        super().__init__()
        self.kept = kept
        facts = kept.facts
        title, words = kept_title(kept), kept_words(kept)
        self.title = ElidedLabel()
        self.title.setText(title)
        self.words = text_label(words, "error" if kept.error else "secondary")
        self.go_on = push_button(self.tr("Go on"), "go_on")
        self.go_on.setVisible(facts is not None and not facts.done)
        self.show_button = push_button(self.tr("Show"))
        self.show_button.setVisible(facts is not None)
        self.delete = push_button(self.tr("Delete…"))
        names = {
            self.go_on: self.tr("Go on with the training on {name}"),
            self.show_button: self.tr("Show the training on {name}"),
            self.delete: self.tr("Delete the training on {name}"),
        }
        for button, name in names.items():
            button.setAccessibleName(name.format(name=shortened(title)))
            button.setAccessibleDescription(words)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        row.addSpacing(8)
        for button in names:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
