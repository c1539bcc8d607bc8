"""Holds probes against everyone enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.matching.cohort import Cohort
from facedesk.matching.decision import Match
from facedesk.matching.distance import distances

_WEIGHT_OF_CORRECTION = 3


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


@dataclass(frozen=True)
class Corrections:
    """Faces that were taken for somebody: vectors: unit (M, D); persons: (M,), for whom.

    persons: indices into the people of the matcher.
    """

    vectors: np.ndarray
    persons: np.ndarray


class Matcher:
    """The templates of one gallery, with the cohort statistics that their scores need."""

    def __init__(
        self,
        person_ids: Sequence[int],
        names: Sequence[str],
        vectors: np.ndarray,
        cohort: Cohort,
        corrections: Corrections | None = None,
    ) -> None:
        """vectors: unit length, float32 (K, D), one row per person; K may be 0."""
        self._person_ids = tuple(person_ids)
        self._names = tuple(names)
        self._cohort = cohort
        self._people = _Normalised.of(vectors, cohort)
        self._corrections = corrections if corrections and len(corrections.vectors) else None
        if self._corrections is not None:
            self._mistaken = _Normalised.of(self._corrections.vectors, cohort)

    @property
    def people(self) -> int:
        """How many there are, K."""
        return len(self._person_ids)

    @property
    def person_ids(self) -> tuple[int, ...]:
        """Their ids, in order."""
        return self._person_ids

    def compare(self, probes: Sequence[np.ndarray]) -> Comparison:
        """Score unit vectors (D,) against all people."""
        return self._compare(_Normalised.of(np.stack(probes), self._cohort))

    def compare_people(self, which: slice) -> Comparison:
        """Score some of the people, as if they were probes, against all people."""
        return self._compare(self._people.part(which))

    def _compare(self, probes: "_Normalised") -> Comparison:
        """Score probes.

        Whoever resembles a face that was wrongly taken for a person more than that person loses
        three times the difference, so that one correction is mostly enough. Nobody else's score,
        and none of any other person, is changed.
        """
        apart = distances(probes.vectors, self._people.vectors)
        scores = as_norm(probes, self._people, apart)
        if self._corrections is not None:
            against = as_norm(probes, self._mistaken)
            nearest = np.full_like(scores, -np.inf)
            np.maximum.at(nearest.T, self._corrections.persons, against.T)
            scores = scores - _WEIGHT_OF_CORRECTION * np.maximum(nearest - scores, 0)
        return Comparison(self._person_ids, self._names, scores, apart)


@dataclass(frozen=True, eq=False)
class _Normalised:
    """Vectors, unit (N, D), with mean and deviation (N,) of their nearest cohort similarities."""

    vectors: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray

    @classmethod
    def of(cls, vectors: np.ndarray, cohort: Cohort) -> "_Normalised":
        vectors = vectors.reshape(-1, cohort.dimensions)  # (0, 0) when there are none
        return cls(vectors, *cohort.statistics(vectors))

    def part(self, which: slice) -> "_Normalised":
        return _Normalised(self.vectors[which], self.mean[which], self.deviation[which])


def as_norm(
    probes: _Normalised, people: _Normalised, apart: np.ndarray | None = None
) -> np.ndarray:
    """Return the normalised similarity of each pair: -> (N, K).

    AS-norm: similarity minus mean, divided by standard deviation, of the nearest cohort
    similarities; once with those of the probe and once with those of the template, averaged.
    Source: Matějka et al., "Analysis of Score Normalization in Multilingual Speaker Recognition",
    2017. apart: the distances (N, K), if they are known.
    """
    similarities = 2 - (distances(probes.vectors, people.vectors) if apart is None else apart)
    by_probe = (similarities - probes.mean[:, None]) / probes.deviation[:, None]
    by_template = (similarities - people.mean) / people.deviation
    return (by_probe + by_template) / 2
