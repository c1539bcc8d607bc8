"""Verification (1:1): do two faces belong to the same person?"""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from facedesk.matching.cohort import Cohort
from facedesk.matching.heads import Head
from facedesk.matching.normalised import normalise, scores_of
from facedesk.matching.pairs import Pairs
from facedesk.matching.thresholds import Calibration

# One pair is held to more than one stranger in front of a gallery: of the accepted share of false
# alarms, so much is accepted of pairs of different people.
FAR_PER_FPIR = 0.1
_UNSURE = 10  # between the score for FAR and that for ten times as much, facedesk is unsure


class Verdict(Enum):
    """The three verdicts."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Verification:
    """A verdict with its grounds; it is YES just when distance ≤ threshold.

    distance: d = ‖f(x1) − f(x2)‖², 0…4. score: normalised similarity (see Match), and
    score_threshold, which different people reach at the rate `far`. threshold: T, the distance at
    which this very pair would just reach that score; pairs of hard-to-tell faces have a lower one.
    unsure_until: the distance beyond which it would be a NO.
    probability: that it is one person, where pairs of one person and of two are equally frequent.
    """

    verdict: Verdict
    distance: float
    threshold: float
    unsure_until: float
    score: float
    score_threshold: float
    far: float
    probability: float


def score_bounds(calibration: Calibration, far: float) -> tuple[float, float]:
    """Return the scores from which on a pair is UNSURE, and YES.

    far: accepted share of pairs of different people, above 0 and below 0.5.
    """
    return calibration.score_at(min(_UNSURE * far, 0.5)), calibration.score_at(far)


class Verifier:
    """What is known about one encoder, put to two faces."""

    def __init__(self, cohort: Cohort, calibration: Calibration, head: Head) -> None:
        """All three belong to the same encoder."""
        self._cohort = cohort
        self._calibration = calibration
        self._head = head

    def verify(self, first: np.ndarray, second: np.ndarray, far: float) -> Verification:
        """Compare two faces: unit vectors, float32 (D,); their order does not matter.

        far: see score_bounds.
        """
        both = np.stack([first, second])
        normalised = normalise(both, self._cohort)
        scores, distances = scores_of(normalised.part([0]), normalised.part([1]))
        score, distance = float(scores[0, 0]), float(distances[0, 0])
        unsure, wanted = score_bounds(self._calibration, far)
        # The score falls by this much for each unit of distance.
        slope = float(normalised.slope.sum())
        pair = Pairs(both[:1], both[1:], distances[0], scores[0])
        return Verification(
            verdict=_verdict(score, unsure, wanted),
            distance=distance,
            threshold=distance + (score - wanted) / slope,
            unsure_until=distance + (score - unsure) / slope,
            score=score,
            score_threshold=wanted,
            far=far,
            probability=float(self._head.probabilities(pair)[0]),
        )


def _verdict(score: float, unsure: float, wanted: float) -> Verdict:
    if score >= wanted:
        return Verdict.YES
    return Verdict.UNSURE if score >= unsure else Verdict.NO
