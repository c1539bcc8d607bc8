"""How far a challenge is."""

from dataclasses import dataclass
from enum import Enum

from facedesk.liveness.challenge.movement import Movement


class Outcome(Enum):
    """What is the matter just now."""

    WAITING_FOR_NEUTRAL = "waiting for neutral"  # look straight ahead, eyes open, and keep still
    DOING = "doing"  # do the step
    PASSED = "passed"
    FAILED = "failed"


class Failure(Enum):
    """Why a challenge was not passed."""

    TOO_LATE = "too late"  # the time for a step, or for looking straight ahead, was over
    FACE_LOST = "face lost"  # nobody was seen for a while, or hardly any frames came
    WRONG_MOVEMENT = "wrong movement"  # another one than was asked for
    JUMPED = "jumped"  # the face was somewhere else, or another size, from one frame to the next


@dataclass(frozen=True)
class ChallengeState:
    """What to show.

    step: the movement asked for; while waiting, the one that comes next, which nobody should be
        told yet; the last one at the end. index: 0…of − 1, which step it is. of: how many.
    progress: 0…1, of this step, or of having kept still. seconds_left: until it is too late.
    failure: why it has FAILED, else None.
    """

    step: Movement
    index: int
    of: int
    progress: float
    seconds_left: float
    outcome: Outcome
    failure: Failure | None = None
