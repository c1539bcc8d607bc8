"""Measures how often two different people reach a score."""

from datetime import date

import numpy as np

from facedesk.matching.cohort import Cohort
from facedesk.matching.matcher import Matcher
from facedesk.matching.thresholds import Calibration

_FEWEST_PAIRS = 10  # a rate is trusted when at least so many pairs lie above its score


def calibrate(vectors: np.ndarray, cohort: Cohort, data_set: str, today: date) -> Calibration:
    """Return the calibration from one template per person: unit vectors, float32 (P, D), P > 50."""
    people = len(vectors)
    matcher = Matcher(range(people), [""] * people, vectors, cohort)
    scores = matcher.compare(vectors).scores[np.triu_indices(people, 1)]
    ordered = np.sort(scores)[::-1]
    rates = [rate for rate in _rates() if rate * len(ordered) >= _FEWEST_PAIRS]
    return Calibration(
        encoder_id=cohort.encoder_id,
        data_set=data_set,
        people=people,
        pairs=len(ordered),
        date=today.isoformat(),
        far=tuple(rates),
        scores=tuple(round(float(ordered[int(rate * len(ordered))]), 3) for rate in rates),
    )


def _rates() -> list[float]:
    """Return three rates per decade from 0.2 down to one in ten million."""
    decades = [10.0**-power for power in range(1, 8)]
    return [round(step * decade, 12) for decade in decades for step in (2, 1, 0.5)]
