"""Measures how often two different people reach a score, and how often one and the same does."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from facedesk.errors import TooFewPeople
from facedesk.matching.cohort import Cohort
from facedesk.matching.matcher import Matcher
from facedesk.matching.thresholds import Calibration

FEWEST_PEOPLE = 50
_FEWEST_PAIRS = 10  # a rate is trusted when at least so many pairs lie above its score
_FEWEST_MATES = 20
_QUANTILES = 51


def calibrate(
    vectors: np.ndarray, persons: Sequence[str], cohort: Cohort, data_set: str, today: date
) -> Calibration:
    """Return the calibration from photos of many people.

    vectors: unit, float32 (N, D), one per photo; persons: (N,), whose they are. The first photo of
    everyone is held against that of everyone else, and against their own other photos.
    Raises TooFewPeople.
    """
    labels = np.asarray(persons)
    people, first = np.unique(labels, return_index=True)
    if len(people) < FEWEST_PEOPLE:
        raise TooFewPeople(found=len(people), needed=FEWEST_PEOPLE)
    matcher = Matcher(range(len(people)), [""] * len(people), vectors[first], cohort)
    strangers = matcher.compare(vectors[first]).scores[np.triu_indices(len(people), 1)]
    ordered = np.sort(strangers)[::-1]
    rates = [rate for rate in _rates() if rate * len(ordered) >= _FEWEST_PAIRS]
    others = np.setdiff1d(np.arange(len(labels)), first)
    mates = _scores_of_mates(matcher, vectors[others], np.searchsorted(people, labels[others]))
    return Calibration(
        encoder_id=cohort.encoder_id,
        data_set=data_set,
        people=len(people),
        pairs=len(ordered),
        mates=len(mates),
        date=today.isoformat(),
        far=tuple(rates),
        scores=tuple(round(float(ordered[int(rate * len(ordered))]), 3) for rate in rates),
        mate_scores=_quantiles(mates),
    )


def _scores_of_mates(matcher: Matcher, vectors: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Return how each photo (N, D) scores against its own person (N,)."""
    if not len(vectors):
        return np.zeros(0)
    return matcher.compare(vectors).scores[np.arange(len(own)), own]


def _quantiles(mates: np.ndarray) -> tuple[float, ...]:
    if len(mates) < _FEWEST_MATES:
        return ()
    found = np.quantile(mates, np.linspace(0, 1, _QUANTILES))
    return tuple(round(float(score), 3) for score in found)


def _rates() -> list[float]:
    """Return three rates per decade from 0.2 down to one in ten million."""
    decades = [10.0**-power for power in range(1, 8)]
    return [round(step * decade, 12) for decade in decades for step in (2, 1, 0.5)]
