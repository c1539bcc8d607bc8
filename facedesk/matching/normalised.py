"""The score of two templates: their similarity, normalised by what strangers usually get."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.matching.cohort import Cohort
from facedesk.matching.distance import distances

_PART = 8192  # people scored at a time


@dataclass(frozen=True, eq=False)
class Normalised:
    """Templates with what their scores need besides.

    vectors: unit, float32 (N, D). slope, offset: float32 (N,). The score of two templates is their
    similarity times the sum of both slopes, minus the sum of both offsets.

    That is AS-norm: similarity minus mean, divided by standard deviation, of the nearest cohort
    similarities; once with those of the one and once with those of the other, averaged.
    Source: Matějka et al., "Analysis of Score Normalization in Multilingual Speaker Recognition",
    2017.
    """

    vectors: np.ndarray
    slope: np.ndarray
    offset: np.ndarray

    def part(self, which: slice | Sequence[int] | np.ndarray) -> "Normalised":
        """Return some of the rows. which: a part of them, or their numbers."""
        return Normalised(self.vectors[which], self.slope[which], self.offset[which])


def normalise(vectors: np.ndarray, cohort: Cohort) -> Normalised:
    """Return unit vectors, float32 (N, D), with the statistics of the cohort."""
    mean, deviation = cohort.statistics(vectors)
    slope = 0.5 / deviation
    return Normalised(vectors, slope, mean * slope)


def scores_of(probes: Normalised, people: Normalised) -> tuple[np.ndarray, np.ndarray]:
    """Return the score and the distance of each pair, both float32 (N, K)."""
    scores = np.empty((len(probes.vectors), len(people.vectors)), np.float32)
    apart = np.empty_like(scores)
    # A part at a time, so that what is between the steps need not leave the processor.
    for start in range(0, len(people.vectors), _PART):
        part = people.part(slice(start, start + _PART))
        distance, score = apart[:, start : start + _PART], scores[:, start : start + _PART]
        distance[:] = distances(probes.vectors, part.vectors)
        np.subtract(2, distance, out=score)
        turn_into_scores(score, probes, part)
    return scores, apart


def turn_into_scores(similarities: np.ndarray, probes: Normalised, people: Normalised) -> None:
    """Replace similarities, float32 (N, K), by the scores of these pairs."""
    similarities *= probes.slope[:, None] + people.slope
    similarities -= probes.offset[:, None] + people.offset
