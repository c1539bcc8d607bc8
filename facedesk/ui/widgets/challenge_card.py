"""A challenge as the person before the camera sees it: what to do now, and how it goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facedesk.liveness.challenge.state import ChallengeState, Outcome
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.challenge_pictogram import ChallengePictogram
from facedesk.ui.widgets.challenge_steps import ChallengeSteps
from facedesk.ui.widgets.challenge_words import asked_words, how_words, left_words
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import Role, text_label

_ICON = 40
_WHOLE = 100
_MARKS = {
    Outcome.PASSED: ("mdi6.check-circle", QPalette.ColorRole.Accent),
    Outcome.FAILED: ("mdi6.close-circle", QPalette.ColorRole.BrightText),
}


class ChallengeCard(QFrame):
    """Emits start_wanted and cancel_wanted.

    Screen readers are told what to do as soon as it changes, and how it went.
    """

    start_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Challenge"))
        self.pictogram = ChallengePictogram()
        self.mark = IconMark(_ICON)
        self.words = text_label("")
        self.how = text_label("", "secondary")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, _WHOLE)
        self.progress.setAccessibleName(self.tr("Progress of this step"))
        self.steps = ChallengeSteps()
        self.left = text_label("", "secondary")
        self.left.setWordWrap(False)
        self.start = push_button("", "go_on", "primary")
        self.cancel = push_button(self.tr("Cancel"))
        self._running = False
        self._lay_out()
        self.start.clicked.connect(self.start_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.show_intro()

    def show_intro(self) -> None:
        """Say what a challenge is: none has begun."""
        self._dress(running=False)
        self.start.setText(self.tr("Start"))
        how = self.tr(
            "facedesk asks for three movements, in another order each time. A picture can't make "
            "them, nor a video that was taken before."
        )
        self._say(self.tr("Challenge"), how, "heading", aloud=False)

    def show_state(self, state: ChallengeState) -> None:
        """Show what to do now, or how it went."""
        mark = _MARKS.get(state.outcome)
        self._dress(running=mark is None)
        if mark is not None:
            self._show_end(mark)
        self.steps.setVisible(True)
        self.steps.show_state(state)
        self.pictogram.show_movement(state.step if state.outcome is Outcome.DOING else None)
        self.progress.setValue(round(state.progress * _WHOLE))
        self.left.setText(left_words(state))
        self._say(asked_words(state), how_words(state), "title")

    def show_interrupted(self, reason: str) -> None:
        """Say that the challenge was given up, and why."""
        self._dress(running=False)
        self._show_end(_MARKS[Outcome.FAILED])
        self._say(self.tr("Given up"), reason, "title")

    def allow(self, possible: bool) -> None:
        """Offer to start, or not while there is no picture to judge."""
        self.start.setEnabled(possible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._running:
            self.cancel_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self, running: bool) -> None:
        """Show what belongs to a challenge that runs, or to none; the focus stays in the card."""
        changed = running is not self._running
        focused = changed and (self.cancel if self._running else self.start).hasFocus()
        self._running = running
        for widget in (self.pictogram, self.progress, self.left, self.cancel):
            widget.setVisible(running)
        self.steps.setVisible(running)
        self.mark.hide()
        self.start.setVisible(not running)
        if focused:
            (self.cancel if running else self.start).setFocus()
        elif changed and running:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # so that Escape cancels

    def _show_end(self, mark: tuple[str, QPalette.ColorRole]) -> None:
        self.mark.show_icon(*mark)
        self.mark.show()
        self.start.setText(self.tr("Try again"))

    def _say(self, words: str, how: str, role: Role, aloud: bool = True) -> None:
        if (words, how) == (self.words.text(), self.how.text()):
            return
        if role != self.words.property("role"):
            self.words.setProperty("role", role)
            self.words.style().polish(self.words)
        self.words.setText(words)
        self.how.setText(how)
        self.setAccessibleDescription(f"{words}. {how}")
        if aloud:
            announce(self, f"{words}. {how}", at_once=True)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.words)
        texts.addWidget(self.how)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(texts, 1)
        steps = QHBoxLayout()
        steps.addWidget(self.steps, 1)
        steps.addWidget(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.pictogram, 1)
        column.addLayout(upper)
        column.addWidget(self.progress)
        column.addLayout(steps)
        column.addLayout(buttons)
