"""Has somebody before the camera make the movements of a challenge."""

from PySide6.QtCore import QObject, Signal

from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.challenge.challenge import Challenge
from facedesk.liveness.challenge.state import Outcome
from facedesk.liveness.signals.face_signals import FaceSignals

_ENDED = frozenset({Outcome.PASSED, Outcome.FAILED})
MOVING = frozenset({CaptureState.RUNNING, CaptureState.DEGRADED})  # pictures come one by one


class LivenessChallenge(QObject):
    """One challenge after another, of one face each.

    Emits changed with a ChallengeState, and interrupted with a sentence when it can't go on.
    """

    changed = Signal(object)
    interrupted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._challenge: Challenge | None = None
        self._track_id: int | None = None
        self._scene: int | None = None
        self._view: LiveView | None = None

    @property
    def running(self) -> bool:
        """Whether a challenge is on its way."""
        return self._challenge is not None

    def begin(self, challenge: Challenge | None = None) -> None:
        """Start a new challenge. challenge: by default one that nobody can foresee."""
        self._challenge = challenge or Challenge.new()
        self._track_id = self._scene = self._view = None
        self.changed.emit(self._challenge.state)

    def cancel(self) -> None:
        """Give up the challenge."""
        self._challenge = None

    def observe(self, status: CaptureStatus, view: LiveView | None, nearest: int | None) -> None:
        """Take the newest view into account. nearest: the track of the nearest face in it."""
        if self._challenge is None:
            return
        if status.state not in MOVING:
            self._interrupt(self.tr("No more pictures came."))
        elif view is not None and view is not self._view:
            self._view = view
            if self._scene not in (None, view.frame.scene):
                self._interrupt(self.tr("Another picture has begun."))
            else:
                self._see(view, nearest)

    def _see(self, view: LiveView, nearest: int | None) -> None:
        self._scene = view.frame.scene
        state = self._challenge.state
        if state.index == 0 and state.outcome is Outcome.WAITING_FOR_NEUTRAL:
            self._track_id = nearest  # nobody was asked for anything yet
        signals = _signals(view, self._track_id)
        self._challenge.see(signals, view.frame.time_s)
        state = self._challenge.state
        if state.outcome in _ENDED:
            self._challenge = None
        self.changed.emit(state)

    def _interrupt(self, reason: str) -> None:
        self._challenge = None
        self.interrupted.emit(reason)


def _signals(view: LiveView, track_id: int | None) -> FaceSignals | None:
    """Return what was measured on a face in this very view; None where it was not found."""
    face: SeenFace | None = next((f for f in view.faces if f.track_id == track_id), None)
    if face is None or face.signals is None or face.signals.time_s != view.frame.time_s:
        return None
    return face.signals
