"""Guides a person in front of the camera to a good photo, and keeps the best of two seconds."""

from dataclasses import dataclass
from enum import Enum

from facedesk import errors
from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.answer import Doubt, Liveness, LivenessAnswer
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
    TURN_A_LITTLE = "Not sure yet. Turn your head a little."
    LOOKS_FLAT = "This looks like a picture of somebody"
    TOO_SLOW = "Too few pictures a second come to tell"


# What to do until it is found that somebody is there, and not a picture of them.
_UNTIL_LIVE = {
    Doubt.SHORT: Hint.GOOD,
    Doubt.STILL: Hint.TURN_A_LITTLE,
    Doubt.UNCLEAR: Hint.TURN_A_LITTLE,
    Doubt.FEW: Hint.TOO_SLOW,
    Doubt.SMALL: Hint.COME_CLOSER,
    Doubt.DARK: Hint.MORE_LIGHT,
    Doubt.BRIGHT: Hint.LESS_LIGHT,
}


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
    """What to show: the hint, how much of the two seconds is done (0…1), and at last the shot.

    problems: all that is to be done, Hint.TURN_A_LITTLE as long as the face is not found alive.
    """

    hint: Hint
    progress: float
    shot: Shot | None
    problems: frozenset[Hint] = frozenset()


def until_live(answer: LivenessAnswer) -> Hint:
    """Return what to do about a face that is not found alive."""
    if answer.liveness is Liveness.FLAT:
        return Hint.LOOKS_FLAT
    return _UNTIL_LIVE[answer.doubt or Doubt.UNCLEAR]


class EnrolGuide:
    """Watches one enrolment; make a new one to start again.

    Where liveness is required, the best picture of the two seconds waits until the same face is
    found alive, which may well turn meanwhile.
    """

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
        lifeless = frozenset({Hint.TURN_A_LITTLE} if face.withheld else ())
        if self._progress < 1:
            problems = tuple(_HINTS[reason] for reason in refusals(face.quality, _LIMITS))
            if problems:
                self._forget_after_a_gap(now)
                return Guidance(problems[0], self._progress, None, lifeless.union(problems))
            self._keep(view, face, now)
        if self._progress < 1:
            return Guidance(Hint.GOOD, self._progress, None, lifeless)
        if lifeless:
            return Guidance(until_live(face.liveness), 1.0, None, lifeless)
        return Guidance(Hint.GOOD, 1.0, self._best)

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
