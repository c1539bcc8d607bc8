"""Holds probes against everyone enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.matching.cohort import Cohort
from facedesk.matching.decision import Match
from facedesk.matching.distance import distances

_WEIGHT_OF_CORRECTION = 3
_PART = 8192  # people scored at a time


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
        before: "Matcher | None" = None,
    ) -> None:
        """vectors: unit length, float32 (K, D), one row per person; K may be 0.

        before: a matcher of the same cohort, whose statistics of the same vectors are taken over.
        """
        self._person_ids = tuple(person_ids)
        self._names = tuple(names)
        self._cohort = cohort
        self._people = _normalised(vectors, cohort, before.normalised if before else None)
        self._corrections = corrections if corrections and len(corrections.vectors) else None
        if self._corrections is not None:
            self._mistaken = _normalised(self._corrections.vectors, cohort)

    @property
    def people(self) -> int:
        """How many there are, K."""
        return len(self._person_ids)

    @property
    def person_ids(self) -> tuple[int, ...]:
        """Their ids, in order."""
        return self._person_ids

    @property
    def normalised(self) -> "Normalised":
        """Their templates and statistics."""
        return self._people

    def compare(self, probes: Sequence[np.ndarray]) -> Comparison:
        """Score unit vectors (D,) against all people."""
        return self._compare(_normalised(np.stack(probes), self._cohort))

    def compare_people(self, which: slice) -> Comparison:
        """Score some of the people, as if they were probes, against all people."""
        return self._compare(self._people.part(which))

    def _compare(self, probes: "Normalised") -> Comparison:
        """Score probes.

        Whoever resembles a face that was wrongly taken for a person more than that person loses
        three times the difference, so that one correction is mostly enough. Nobody else's score,
        and none of any other person, is changed.
        """
        scores, apart = scores_of(probes, self._people)
        if self._corrections is not None:
            against, _ = scores_of(probes, self._mistaken)
            nearest = np.full_like(scores, -np.inf)
            np.maximum.at(nearest.T, self._corrections.persons, against.T)
            scores -= _WEIGHT_OF_CORRECTION * np.maximum(nearest - scores, 0)
        return Comparison(self._person_ids, self._names, scores, apart)


@dataclass(frozen=True, eq=False)
class Normalised:
    """Vectors with what their scores need besides.

    vectors: unit, float32 (N, D). mean, deviation: float32 (N,), of their nearest cohort
    similarities.
    """

    vectors: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray

    def part(self, which: slice | np.ndarray) -> "Normalised":
        """Return some of the rows. which: a part of them, or their numbers."""
        return Normalised(self.vectors[which], self.mean[which], self.deviation[which])


def scores_of(probes: Normalised, people: Normalised) -> tuple[np.ndarray, np.ndarray]:
    """Return the score and the distance of each pair, both float32 (N, K).

    The score is AS-norm: similarity minus mean, divided by standard deviation, of the nearest
    cohort similarities; once with those of the probe and once with those of the template, averaged.
    Source: Matějka et al., "Analysis of Score Normalization in Multilingual Speaker Recognition",
    2017.
    """
    scores = np.empty((len(probes.vectors), len(people.vectors)), np.float32)
    apart = np.empty_like(scores)
    by_probe = (0.5 / probes.deviation)[:, None]
    of_probe = (probes.mean[:, None] * by_probe).astype(np.float32)
    # A part at a time, so that what is between the steps need not leave the processor.
    for start in range(0, len(people.vectors), _PART):
        part = people.part(slice(start, start + _PART))
        distance, score = apart[:, start : start + _PART], scores[:, start : start + _PART]
        distance[:] = distances(probes.vectors, part.vectors)
        by_template = 0.5 / part.deviation
        np.subtract(2, distance, out=score)
        score *= by_probe + by_template
        score -= of_probe + part.mean * by_template
    return scores, apart


def _normalised(
    vectors: np.ndarray, cohort: Cohort, before: Normalised | None = None
) -> Normalised:
    vectors = vectors.reshape(-1, cohort.dimensions)  # (0, 0) when there are none
    if before is None or not len(before.vectors):
        return Normalised(vectors, *cohort.statistics(vectors))
    row_of = {vector.tobytes(): row for row, vector in enumerate(before.vectors)}
    rows = np.array([row_of.get(vector.tobytes(), -1) for vector in vectors], np.intp)
    mean, deviation = before.mean[rows], before.deviation[rows]
    new = rows < 0
    mean[new], deviation[new] = cohort.statistics(vectors[new])
    return Normalised(vectors, mean, deviation)
