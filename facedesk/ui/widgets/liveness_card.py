"""The answer about the face in front of the camera: alive or flat, and what says so."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.liveness.answer import Liveness, LivenessAnswer
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import at_least, text_label
from facedesk.ui.widgets.liveness_evidence import LivenessEvidence
from facedesk.ui.widgets.liveness_words import (
    LIVENESS_ICONS,
    answer_reason,
    liveness_words,
)

_ICON = 40
_LINES = 2
_Role = QPalette.ColorRole
_ROLES = {
    Liveness.LIVE: _Role.Accent,
    Liveness.FLAT: _Role.BrightText,
    Liveness.NOT_SURE: _Role.WindowText,
}
_WAITING = ("mdi6.account-search-outline", _Role.PlaceholderText)


class LivenessCard(QFrame):
    """Shows an answer, or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._liveness: Liveness | None = None
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Liveness"))
        self.mark = IconMark(_ICON)
        self.words = text_label("", "title")
        self.reason = text_label("")
        at_least(self.reason, _LINES)
        self.note = text_label("", "secondary")
        self.evidence = LivenessEvidence()
        self.problem = text_label("", "error")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.words)
        texts.addWidget(self.reason)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(texts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(upper)
        column.addWidget(self.note)
        column.addWidget(self.evidence)
        column.addWidget(self.problem)
        self.show_several(False)
        self.show_problem("")
        self.wait("")

    def wait(self, words: str) -> None:
        """Show no answer, but what it waits for."""
        self._liveness = None
        self.mark.show_icon(*_WAITING)
        self.words.hide()
        self.reason.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.evidence.hide()
        self._say(words)

    def show_answer(self, answer: LivenessAnswer) -> None:
        """Show what is known about the face."""
        liveness = answer.liveness
        self.mark.show_icon(LIVENESS_ICONS[liveness], _ROLES[liveness])
        self.words.setText(liveness_words(liveness))
        self.words.show()
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.evidence.show_answer(answer)
        self.evidence.show()
        reason = answer_reason(answer)
        self._say(reason)
        if liveness is not self._liveness:
            self._liveness = liveness
            announce(self, f"{self.words.text()}. {reason}")

    def show_several(self, several: bool) -> None:
        """Say which face this is about, where there are several."""
        text = self.tr("Several people are in view. This is about the nearest one.")
        self.note.setText(text)
        self.note.setVisible(several)

    def show_problem(self, sentence: str) -> None:
        """Say why not everything can be looked at that should be, if so."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _say(self, reason: str) -> None:
        self.reason.setText(reason)
        shown = self.words.text() if self._liveness else ""
        self.setAccessibleDescription(f"{shown}. {reason}" if shown else reason)
