"""Whether probabilities can be taken at their word: of what is given 0.8, is 0.8 true?

Source: Guo et al., "On Calibration of Modern Neural Networks", 2017 (reliability, expected
calibration error).
"""

from dataclasses import dataclass

import numpy as np

from facedesk.matching.logistic import balanced

_BINS = 10


@dataclass(frozen=True)
class ReliabilityBin:
    """The pairs whose probability lies between two limits.

    predicted: their mean probability; observed: the share of them that are of one person; share:
    of all pairs. In all three, pairs of one person and of two count as equally frequent. pairs:
    how many there are.
    """

    predicted: float
    observed: float
    share: float
    pairs: int


@dataclass(frozen=True)
class Reliability:
    """The bins of a reliability plot, from low to high; those without a pair are left out."""

    bins: tuple[ReliabilityBin, ...]

    @property
    def error(self) -> float:
        """The expected calibration error: mean of |observed − predicted|, 0…1."""
        return sum(each.share * abs(each.observed - each.predicted) for each in self.bins)


def reliability(probabilities: np.ndarray, same: np.ndarray) -> Reliability:
    """Hold probabilities (N,) against what is true, bool (N,), in ten bins of equal width."""
    weights = balanced(same)
    number = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    bins = []
    for each in np.unique(number):
        inside = number == each
        share = weights[inside].sum()
        bins.append(
            ReliabilityBin(
                predicted=float(weights[inside] @ probabilities[inside] / share),
                observed=float(weights[inside] @ same[inside] / share),
                share=float(share),
                pairs=int(inside.sum()),
            )
        )
    return Reliability(tuple(bins))
