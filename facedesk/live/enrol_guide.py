"""Guides a person in front of the camera to a good photo, and keeps the best of two seconds."""

from dataclasses import dataclass
from enum import Enum

from facedesk import errors
from facedesk.live.view import LiveView, SeenFace
from facedesk.vision.quality import Quality, QualityLimits, refusals
from facedesk.vision.shot import Shot

_WANTED_S = 2.0
_LONGEST_GAP_S = 0.5  # a blink of bad frames does not start the two seconds anew

# Stricter than what a photo file must have: in front of the camera, doing better costs nothing.
_LIMITS = QualityLimits(
    eye_distance=40, sharpness=0.018, darkest=60, brightest=205, turned=18, inside=0.97
)


class Hint(Enum):
    """What the person should do now; the value is the sentence shown."""

    LOOK_AT_CAMERA = "Look at the camera"
    ONE_PERSON = "One person at a time, please"
    COME_CLOSER = "Come a little closer"
    MOVE_INTO_PICTURE = "Move into the picture"
    MORE_LIGHT = "More light on the face, please"
    LESS_LIGHT = "Too bright: turn away from the light"
    FACE_FORWARD = "Face the camera"
    HOLD_STILL = "Hold still"
    GOOD = "Good, keep looking"


_HINTS = {
    errors.FaceCutOff: Hint.MOVE_INTO_PICTURE,
    errors.FaceTooSmall: Hint.COME_CLOSER,
    errors.FaceTooDark: Hint.MORE_LIGHT,
    errors.FaceTooBright: Hint.LESS_LIGHT,
    errors.FaceTurnedAway: Hint.FACE_FORWARD,
    errors.FaceBlurred: Hint.HOLD_STILL,
}


@dataclass(frozen=True)
class Guidance:
    """What to show: the hint, how much of the two seconds is done (0…1), and at last the shot."""

    hint: Hint
    progress: float
    shot: Shot | None
    problems: frozenset[Hint] = frozenset()


class EnrolGuide:
    """Watches one enrolment; make a new one to start again."""

    def __init__(self) -> None:
        self._begin(None)

    def _begin(self, track_id: int | None) -> None:
        self._track_id = track_id
        self._good_s = 0.0
        self._last_good_at: float | None = None
        self._best: Shot | None = None

    def observe(self, view: LiveView, now: float) -> Guidance:
        """Take the newest view into account. now: seconds, time.monotonic()."""
        if len(view.faces) != 1:
            self._forget_after_a_gap(now)
            hint = Hint.ONE_PERSON if view.faces else Hint.LOOK_AT_CAMERA
            return Guidance(hint, self._progress, None, frozenset({hint}))
        face = view.faces[0]
        if face.track_id != self._track_id:
            self._begin(face.track_id)
        problems = tuple(_HINTS[reason] for reason in refusals(face.quality, _LIMITS))
        if problems:
            self._forget_after_a_gap(now)
            return Guidance(problems[0], self._progress, None, frozenset(problems))
        self._keep(view, face, now)
        shot = self._best if self._progress >= 1 else None
        return Guidance(Hint.GOOD, self._progress, shot)

    @property
    def _progress(self) -> float:
        return min(self._good_s / _WANTED_S, 1.0)

    def _forget_after_a_gap(self, now: float) -> None:
        if self._last_good_at is None or now - self._last_good_at > _LONGEST_GAP_S:
            self._good_s, self._last_good_at, self._best = 0.0, None, None

    def _keep(self, view: LiveView, face: SeenFace, now: float) -> None:
        if self._last_good_at is not None:
            self._good_s += min(now - self._last_good_at, _LONGEST_GAP_S)
        self._last_good_at = now
        if self._best is None or _worth(face.quality) > _worth(self._best.quality):
            self._best = Shot(view.frame.image, face.detection, face.quality)


def _worth(quality: Quality) -> float:
    """Weigh a shot for enrolment: beyond the limits, straight and sharp count most."""
    return quality.weight * (1 - max(abs(quality.yaw), abs(quality.pitch)) / 90)
