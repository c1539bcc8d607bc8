"""The evidence behind an answer about a living face, one row for each way of looking."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facedesk.liveness.answer import LivenessAnswer, Look
from facedesk.ui.widgets.labels import at_least, text_label
from facedesk.ui.widgets.liveness_meter import LivenessMeter
from facedesk.ui.widgets.liveness_words import EvidenceWords, evidence_words

_WHOLE = 100
_LINES = 2


class LivenessEvidence(QWidget):
    """Shows what was found, in words and on a scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(_Row() for _ in Look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self.rows:
            column.addWidget(row)

    def show_answer(self, answer: LivenessAnswer) -> None:
        """Show the evidence of an answer."""
        for row, words in zip(self.rows, evidence_words(answer), strict=True):
            row.show_words(words)


class _Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.name = text_label("")
        self.meter = LivenessMeter()
        self.sentence = text_label("", "secondary")
        self.enough = QProgressBar()
        self.enough.setTextVisible(False)
        self.enough.setRange(0, _WHOLE)
        self.enough.setAccessibleName(self.tr("How much was seen of what is needed"))
        policy = self.enough.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.enough.setSizePolicy(policy)
        at_least(self.sentence, _LINES)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.name, 1)
        upper.addWidget(self.meter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addWidget(self.sentence)
        column.addWidget(self.enough)

    def show_words(self, words: EvidenceWords) -> None:
        """Show what one way of looking has found."""
        self.name.setText(words.look)
        self.sentence.setText(words.sentence)
        self.meter.show_leaning(words.leaning)
        self.enough.setVisible(words.leaning is None and words.enough > 0)
        self.enough.setValue(round(words.enough * _WHOLE))
        self.setAccessibleName(f"{words.look}: {words.sentence}")
