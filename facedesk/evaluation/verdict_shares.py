"""How often each verdict comes, for pairs of one person and of two."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.errors import NobodyToCompare, TooFewPeople
from facedesk.matching.cohort import Cohort
from facedesk.matching.matcher import Matcher
from facedesk.matching.thresholds import Calibration
from facedesk.matching.verification import score_bounds


@dataclass(frozen=True)
class VerdictShares:
    """Shares of the pairs given each verdict: of `mates` pairs of one person, `strangers` of two.

    far: asked for; strangers_yes is what it came to.
    """

    far: float
    mates: int
    mates_yes: float
    mates_unsure: float
    mates_no: float
    strangers: int
    strangers_yes: float
    strangers_unsure: float
    strangers_no: float


def verdict_shares(
    vectors: np.ndarray,
    persons: Sequence[str],
    cohort: Cohort,
    calibration: Calibration,
    rates: Sequence[float],
) -> tuple[VerdictShares, ...]:
    """Count the verdicts at each FAR asked for.

    vectors: unit, float32 (N, D), one per photo; persons: (N,), whose they are. The first photo of
    everyone is held against that of everyone else, and against their own other photos.
    Raises TooFewPeople, NobodyToCompare.
    """
    labels = np.asarray(persons)
    people, first = np.unique(labels, return_index=True)
    if len(people) < 2:
        raise TooFewPeople(found=len(people), needed=2)
    others = np.setdiff1d(np.arange(len(labels)), first)
    if not len(others):
        raise NobodyToCompare
    matcher = Matcher(range(len(people)), [""] * len(people), vectors[first], cohort)
    own = np.searchsorted(people, labels[others])
    mates = matcher.compare(vectors[others]).scores[np.arange(len(own)), own]
    strangers = matcher.compare(vectors[first]).scores[np.triu_indices(len(people), 1)]
    return tuple(_shares(mates, strangers, calibration, rate) for rate in rates)


def _shares(
    mates: np.ndarray, strangers: np.ndarray, calibration: Calibration, far: float
) -> VerdictShares:
    unsure, yes = score_bounds(calibration, far)

    def shares(scores: np.ndarray) -> tuple[float, float, float]:
        certain, possible = float(np.mean(scores >= yes)), float(np.mean(scores >= unsure))
        return certain, possible - certain, 1 - possible

    return VerdictShares(far, len(mates), *shares(mates), len(strangers), *shares(strangers))
