"""Which steps of a challenge are done, and which one it is now."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facedesk.liveness.challenge.state import ChallengeState, Outcome
from facedesk.ui.widgets.challenge_words import step_words
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import text_label

_Role = QPalette.ColorRole
_DONE = ("mdi6.check-circle", _Role.Accent)
_NOW = ("mdi6.circle-slice-8", _Role.WindowText)
_NOT_PASSED = ("mdi6.close-circle-outline", _Role.BrightText)
_LATER = ("mdi6.circle-outline", _Role.PlaceholderText)


class ChallengeSteps(QWidget):
    """A mark for each step, and the number of the one it is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: list[IconMark] = []
        self.words = text_label("", "secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.words, 1)

    def show_state(self, state: ChallengeState) -> None:
        """Show how far a challenge is."""
        while len(self._marks) < state.of:
            self._marks.append(IconMark())
            self._row.insertWidget(len(self._marks) - 1, self._marks[-1])
        passed = state.outcome is Outcome.PASSED
        now = _NOT_PASSED if state.outcome is Outcome.FAILED else _NOW
        for index, mark in enumerate(self._marks):
            done = passed or index < state.index
            mark.show_icon(*(_DONE if done else now if index == state.index else _LATER))
        self.words.setText(step_words(state))
