"""Step one of enrolling: the person looks at the camera and is told how to look better."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facedesk.live.enrol_guide import EnrolGuide, Hint
from facedesk.live.view import LiveView
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.enrol_checks import EnrolChecks
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.progress_ring import ProgressRing

_SHORTEST_HINT_S = 0.6  # nobody can read a sentence that changes with every frame

_ICONS = {
    Hint.LOOK_AT_CAMERA: "mdi6.face-man-outline",
    Hint.ONE_PERSON: "mdi6.account-multiple-remove-outline",
    Hint.COME_CLOSER: "mdi6.magnify-plus-outline",
    Hint.MOVE_INTO_PICTURE: "mdi6.arrow-collapse-all",
    Hint.MORE_LIGHT: "mdi6.lightbulb-on-outline",
    Hint.LESS_LIGHT: "mdi6.weather-sunny-alert",
    Hint.FACE_FORWARD: "mdi6.face-recognition",
    Hint.HOLD_STILL: "mdi6.hand-back-left-outline",
    Hint.GOOD: "mdi6.emoticon-happy-outline",
    Hint.TURN_A_LITTLE: "mdi6.head-sync-outline",
    Hint.LOOKS_FLAT: "mdi6.image-frame",
    Hint.TOO_SLOW: "mdi6.speedometer-slow",
}


class EnrolLooking(QWidget):
    """Emits shot_taken with a Shot, once, when about two good seconds were seen."""

    shot_taken = Signal(object)
    cancelled = Signal()

    def __init__(
        self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._guide: EnrolGuide | None = None
        self._hint: Hint | None = None
        self._hinted_at = 0.0
        self._waiting = ""
        self.ring = ProgressRing()
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setMinimumHeight(3 * self.hint.fontMetrics().height())
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setProperty("role", "error")
        self.checks = EnrolChecks()
        self.otherwise = text_label(
            self.tr(
                "Settings ask for a person, not a picture of one. If it can't be told here, enrol "
                "from a photo file on the People page."
            ),
            "secondary",
        )
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.reason)
        column.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.hint)
        column.addWidget(self.checks)
        column.addWidget(self.otherwise)
        column.addStretch(1)
        column.addWidget(self.cancel)

    def begin(self, reason: str = "", live_required: bool = False) -> None:
        """Start looking. reason: why another picture is needed, if there was one before.

        live_required: whether the picture waits until the face is found alive.
        """
        self._guide = EnrolGuide()
        self._hint = None
        self.ring.show_done(0.0)
        self.checks.show_problems(frozenset({Hint.LOOK_AT_CAMERA}))
        self.checks.ask_liveness(live_required)
        self.otherwise.hide()
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._show_hint(Hint.LOOK_AT_CAMERA)
        self.wait(self._waiting)

    def end(self) -> None:
        """Stop looking."""
        self._guide = None

    def observe(self, view: LiveView) -> None:
        """Take the newest view into account."""
        if self._guide is None:
            return
        now = self._clock()
        guidance = self._guide.observe(view, now)
        self.ring.show_done(guidance.progress)
        self.checks.show_problems(guidance.problems)
        waits = guidance.progress >= 1 and Hint.TURN_A_LITTLE in guidance.problems
        self.otherwise.setVisible(waits)
        if now - self._hinted_at >= _SHORTEST_HINT_S:
            self._show_hint(guidance.hint)
        if guidance.shot is not None:
            self.end()
            self.shot_taken.emit(guidance.shot)

    def wait(self, words: str) -> None:
        """Say why there is nothing to look at, until that is over; empty: there is something."""
        self._waiting = words
        if words:
            self._hint = None
            self._say(words, "heading")
            self.ring.show_icon("mdi6.dots-horizontal")

    def _show_hint(self, hint: Hint) -> None:
        if hint is self._hint:
            return
        self._hint, self._hinted_at = hint, self._clock()
        self._say(QCoreApplication.translate("Hint", hint.value), "title")
        self.ring.show_icon(_ICONS[hint])

    def _say(self, words: str, role: str) -> None:
        if words != self.hint.text():
            self.hint.setText(words)
            self.hint.setProperty("role", role)
            self.hint.style().polish(self.hint)
            announce(self.hint, words)
