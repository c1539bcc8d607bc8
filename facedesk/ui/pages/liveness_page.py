"""The page that tells whether a living person is before the camera, and lets them show it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facedesk.capture.capture_status import IDLE
from facedesk.live.liveness_mode import LivenessMode
from facedesk.live.session import EngineState
from facedesk.liveness.challenge.state import ChallengeState
from facedesk.ui.context import AppContext
from facedesk.ui.liveness_challenge import MOVING, LivenessChallenge
from facedesk.ui.messages import error_text
from facedesk.ui.mirroring import Mirroring
from facedesk.ui.pages.page import Page
from facedesk.ui.widgets.buttons import push_button, toggle_button
from facedesk.ui.widgets.camera_look import CameraLook
from facedesk.ui.widgets.challenge_card import ChallengeCard
from facedesk.ui.widgets.empty_state import EmptyState
from facedesk.ui.widgets.labels import page_title, text_label
from facedesk.ui.widgets.liveness_card import LivenessCard
from facedesk.ui.widgets.liveness_words import ADVICE
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.ui.widgets.source_words import trouble_words
from facedesk.ui.widgets.status_line import StatusLine

_MODE = "liveness.mode"
_COLUMN = 348
_LOOK_EVERY_MS = 250  # for what the picture itself does not tell while it is hidden


class LivenessPage(Page):
    """The nearest face is judged as long as the page is shown, whatever the settings say."""

    title = QT_TRANSLATE_NOOP("Pages", "Liveness")
    icon = "liveness"
    shortcut = "Ctrl+6"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.look = CameraLook(context)
        self.status = StatusLine()
        self.mirror = toggle_button("mdi6.flip-horizontal", self.tr("Mirror the picture"))
        self._mirroring = Mirroring(context, self.mirror, self.look.video)
        self.answer = LivenessCard()
        self.card = ChallengeCard()
        self.challenge = LivenessChallenge(self)
        self.nothing = self._nothing()
        self.advice = text_label(QCoreApplication.translate("Liveness", ADVICE), "secondary")
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look.look)
        self._lay_out()
        self.look.looked.connect(self._follow)
        self.status.again_wanted.connect(self._open_again)
        self.status.stop_wanted.connect(context.session.close_source)
        self._mirroring.changed.connect(self._tell_of_setting)
        self.card.start_wanted.connect(self.challenge.begin)
        self.card.cancel_wanted.connect(self._cancel)
        self.challenge.changed.connect(self._show_challenge)
        self.challenge.interrupted.connect(self._show_interrupted)

    def shown(self) -> None:
        """Watch the faces in view."""
        self._watch()
        self.look.look()
        self._timer.start()

    def hidden(self) -> None:
        """Go back to what the settings say; nobody can follow a challenge any more."""
        self._timer.stop()
        self._context.session.watch_liveness(LivenessMode(self._context.settings.get(_MODE)))
        if self.challenge.running:
            self._cancel()

    def _watch(self) -> None:
        session = self._context.session
        if session.liveness_mode is LivenessMode.OFF:
            session.watch_liveness(LivenessMode.SHOW)

    def _tell_of_setting(self, key: str) -> None:
        self.setting_changed.emit(key)
        self._watch()  # all settings were applied, and liveness may be off there

    # Looking ------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Show whatever is new."""
        session = self._context.session
        status, engine = session.status, session.engine
        self._mirroring.show_source(status.source)
        self.look.video.set_words(self.look.words)
        self.status.show_status(status, engine, self.look.count)
        idle = status.state in IDLE
        if idle:
            self._say_why(trouble_words(status) if status.error else "")
        self._stack.setCurrentWidget(self.nothing if idle else self._seen)
        self.card.allow(self._can_judge())
        self._show_answer()
        face = self.look.face
        self.challenge.observe(status, self.look.view, face.track_id if face else None)

    def _can_judge(self) -> bool:
        """Return whether a challenge may begin: pictures come, and what judges them is there."""
        session, face = self._context.session, self.look.face
        missing = session.liveness_problems and face is not None and face.signals is None
        ready = session.engine.state is EngineState.READY and not missing
        return ready and session.status.state in MOVING

    def _show_answer(self) -> None:
        face, problems = self.look.face, self._context.session.liveness_problems
        self.answer.show_several(self.look.count > 1)
        self.answer.show_problem(error_text(problems[0]) if problems else "")
        if face is None:
            self.answer.wait(self.look.words)
        elif face.liveness is None:
            self.answer.wait(self.tr("Beginning to watch…"))
        else:
            self.answer.show_answer(face.liveness)

    def _say_why(self, trouble: str) -> None:
        words = trouble or self.tr("Open a camera or a video on the Live page.")
        self.nothing.sentence.setText(words)

    def _open_again(self) -> None:
        source = self._context.session.status.source
        if source is not None:
            self._context.session.open(source)

    # The challenge ------------------------------------------------------------------------------

    def _cancel(self) -> None:
        self.challenge.cancel()
        self.card.show_intro()
        self._make_room()

    def _show_challenge(self, state: ChallengeState) -> None:
        self.card.show_state(state)
        self._make_room()

    def _show_interrupted(self, reason: str) -> None:
        self.card.show_interrupted(reason)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the column to a challenge that runs; what came out of it is brought into view."""
        running = self.challenge.running
        if running is self.answer.isHidden():
            return
        self.answer.setVisible(not running)
        # Once both have their places.
        QTimer.singleShot(0, self, lambda: self._column.ensureWidgetVisible(self.card))

    # The layout ---------------------------------------------------------------------------------

    def _nothing(self) -> EmptyState:
        go = push_button(self.tr("Go to Live"), "live", "primary")
        go.clicked.connect(lambda: self.page_wanted.emit("Live"))
        return EmptyState("mdi6.video-off-outline", self.tr("No picture"), " ", (go,))

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.addWidget(page_title(self.tr("Is a living person there?")), 1)
        header.addWidget(self.mirror)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.look, 1)
        left.addWidget(self.status)
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addWidget(self.answer)
        cards.addWidget(self.card)
        cards.addStretch(1)
        self._column = scrolling(inside)
        self._column.setFixedWidth(_COLUMN)
        self._seen = QWidget()
        row = QHBoxLayout(self._seen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self._column)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._seen)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 12)
        column.setSpacing(12)
        column.addLayout(header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.advice)
