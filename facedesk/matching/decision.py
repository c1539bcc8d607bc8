"""What facedesk says about a face: Known, Unsure or Unknown."""

from dataclasses import dataclass
from enum import Enum


class Answer(Enum):
    """The three answers; a wrong name is worse than no name."""

    KNOWN = "known"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Match:
    """An enrolled person held against a probe.

    score: normalised similarity (AS-norm, see matcher.py); 0 is a usual stranger, mates are mostly
    above 3. distance: ‖f(x1) − f(x2)‖² on unit vectors, 0…4.
    """

    person_id: int
    name: str
    score: float
    distance: float


@dataclass(frozen=True)
class Decision:
    """An answer with its reasons.

    match: the best person, also when the answer is Unknown; None when nobody is enrolled (or all
    are taken by other faces). runner_up: the second best, if there is one.
    """

    answer: Answer
    match: Match | None
    runner_up: Match | None


NOBODY = Decision(Answer.UNKNOWN, None, None)
