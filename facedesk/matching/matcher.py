"""Holds probes against everyone enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.matching.cohort import Cohort
from facedesk.matching.decision import Match
from facedesk.matching.distance import distances


@dataclass(frozen=True)
class Comparison:
    """Every probe against every person: scores and distances, both float32 (N, K).

    person_ids, names: of the K people, in order.
    """

    person_ids: tuple[int, ...]
    names: tuple[str, ...]
    scores: np.ndarray
    distances: np.ndarray

    def match(self, probe: int, person: int) -> Match:
        """Return one cell as a value."""
        return Match(
            self.person_ids[person],
            self.names[person],
            float(self.scores[probe, person]),
            float(self.distances[probe, person]),
        )


class Matcher:
    """The templates of one gallery, with the cohort statistics that their scores need."""

    def __init__(
        self,
        person_ids: Sequence[int],
        names: Sequence[str],
        vectors: np.ndarray,
        cohort: Cohort,
    ) -> None:
        """vectors: unit length, float32 (K, D), one row per person; K may be 0."""
        self._person_ids = tuple(person_ids)
        self._names = tuple(names)
        self._vectors = vectors.reshape(-1, len(cohort.mean))  # (0, 0) when nobody is enrolled
        self._cohort = cohort
        self._mean, self._deviation = cohort.statistics(self._vectors)

    def compare(self, probes: Sequence[np.ndarray]) -> Comparison:
        """Score unit vectors (D,) against all people.

        The score is AS-norm: similarity minus mean, divided by standard deviation, of the nearest
        cohort similarities; once with those of the probe and once with those of the template,
        averaged. Source: Matějka et al., "Analysis of Score Normalization in Multilingual Speaker
        Recognition", 2017.
        """
        stacked = np.stack(probes)
        mean, deviation = self._cohort.statistics(stacked)
        apart = distances(stacked, self._vectors)
        similarities = 2 - apart
        by_probe = (similarities - mean[:, None]) / deviation[:, None]
        by_template = (similarities - self._mean) / self._deviation
        return Comparison(self._person_ids, self._names, (by_probe + by_template) / 2, apart)
