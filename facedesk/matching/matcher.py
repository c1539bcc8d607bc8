"""Holds probes against everyone enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from facedesk.matching.cohort import Cohort
from facedesk.matching.decision import Match
from facedesk.matching.normalised import Normalised, normalise, scores_of
from facedesk.matching.shortlist import Shortlist

if TYPE_CHECKING:  # it needs an optional package
    from facedesk.matching.neighbours import Neighbours

_WEIGHT_OF_CORRECTION = 3
_EXACT_UP_TO = 1_000_000  # people
_STRETCHES = 4  # of the people, for each of the best that are wanted
_PART = 8192  # templates held against their former selves at a time, so that memory stays small


@dataclass(frozen=True)
class Comparison:
    """Every probe against K people: scores and distances, both float32 (N, K).

    person_ids, names: of everyone enrolled. rows: which of them these people are, in order.
    """

    person_ids: tuple[int, ...]
    names: tuple[str, ...]
    rows: range | np.ndarray
    scores: np.ndarray
    distances: np.ndarray

    def match(self, probe: int, person: int) -> Match:
        """Return one cell as a value."""
        row = self.rows[person]
        return Match(
            self.person_ids[row],
            self.names[row],
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

        before: a matcher of the same cohort, whose statistics of people who have not changed are
        taken over.
        """
        self._person_ids, self._names = tuple(person_ids), tuple(names)
        self._cohort = cohort
        vectors = vectors.reshape(-1, cohort.dimensions)  # (0, 0) when there are none
        self._people = before.renewed(person_ids, vectors) if before else normalise(vectors, cohort)
        self._corrections = corrections if corrections and len(corrections.vectors) else None
        if self._corrections is not None:
            self._mistaken = normalise(self._corrections.vectors, cohort)

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
        return self._compare(self._normalised(probes))

    def compare_people(self, which: slice) -> Comparison:
        """Score some of the people, as if they were probes, against all people."""
        return self._compare(self._people.part(which))

    def compare_nearest(self, probes: Sequence[np.ndarray], floor: float) -> Comparison:
        """Score unit vectors (D,) against the people on whom a decision depends, and maybe others.

        Those are everyone who scores `floor` or more with any probe, and the best of each probe:
        one more than there are probes. It finds the same people as `compare`, without reading
        everyone's template in full. Only of more than a million people, and where faiss is
        installed, some may be missed.
        """
        wanted = len(probes) + 1
        stretches = _STRETCHES * wanted
        if self.people <= stretches:
            return self.compare(probes)
        normalised = self._normalised(probes)
        if self.people > _EXACT_UP_TO and find_spec("faiss") is not None:
            return self._compare(normalised, self._neighbours.near(normalised.vectors))
        ceilings = self._shortlist.ceilings(normalised)
        likely = _best_of_stretches(ceilings, stretches)
        scores, _ = self._scores(normalised, likely)
        # Whoever is among the best of all scores no less than who is among the best of some.
        scores.partition(-wanted, axis=1)
        least = np.minimum(scores[:, -wanted, None], floor)
        return self._compare(normalised, (ceilings >= least).any(axis=0).nonzero()[0])

    def renewed(self, person_ids: Sequence[int], vectors: np.ndarray) -> Normalised:
        """Return templates (K, D), with the statistics that are known of people who are here."""
        row_of = {person_id: row for row, person_id in enumerate(self._person_ids)}
        rows = np.array([row_of.get(person_id, -1) for person_id in person_ids], np.intp)
        known = rows >= 0
        for start in range(0, len(rows), _PART):
            here = start + np.flatnonzero(known[start : start + _PART])
            known[here] = (self._people.vectors[rows[here]] == vectors[here]).all(axis=1)
        slope, offset = np.empty((2, len(rows)), np.float32)
        old = self._people
        slope[known], offset[known] = old.slope[rows[known]], old.offset[rows[known]]
        new = normalise(vectors[~known], self._cohort)
        slope[~known], offset[~known] = new.slope, new.offset
        return Normalised(vectors, slope, offset)

    def template_of(self, person_id: int) -> np.ndarray:
        """Return the template of one of the people: unit, float32 (D,)."""
        return self._people.vectors[self._row_of(person_id)]

    def distance_at(self, score: float, probe: np.ndarray, person_id: int) -> float:
        """Return the distance at which a probe, unit (D,), would just score that with a person.

        The cohort's statistics stay those of this probe.
        """
        probes, person = self._normalised([probe]), self._people.part([self._row_of(person_id)])
        scores, apart = scores_of(probes, person)
        slope = probes.slope[0] + person.slope[0]
        return float(apart[0, 0] + (scores[0, 0] - score) / slope)

    def _row_of(self, person_id: int) -> int:
        return self._person_ids.index(person_id)

    @cached_property
    def _shortlist(self) -> Shortlist:
        return Shortlist(self._people, self._cohort.directions)

    @cached_property
    def _neighbours(self) -> "Neighbours":
        from facedesk.matching.neighbours import Neighbours

        return Neighbours(self._people.vectors)

    def _normalised(self, probes: Sequence[np.ndarray]) -> Normalised:
        return normalise(np.asarray(probes), self._cohort)

    def _compare(self, probes: Normalised, rows: np.ndarray | None = None) -> Comparison:
        """Compare probes with all people, or with those of some rows."""
        scores, apart = self._scores(probes, slice(None) if rows is None else rows)
        rows = range(self.people) if rows is None else rows
        return Comparison(self._person_ids, self._names, rows, scores, apart)

    def _scores(
        self, probes: Normalised, which: slice | np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the score and the distance of each pair, both float32 (N, K).

        Whoever resembles a face that was wrongly taken for a person more than that person loses
        three times the difference, so that one correction is mostly enough. Nobody else's score,
        and none of any other person, is changed.
        """
        scores, apart = scores_of(probes, self._people.part(which))
        if self._corrections is not None:
            against, _ = scores_of(probes, self._mistaken)
            nearest = np.full((len(scores), self.people), -np.inf, np.float32)
            np.maximum.at(nearest.T, self._corrections.persons, against.T)
            scores -= _WEIGHT_OF_CORRECTION * np.maximum(nearest[:, which] - scores, 0)
        return scores, apart


def _best_of_stretches(values: np.ndarray, stretches: int) -> np.ndarray:
    """Return where in each stretch of columns any row of (N, K) has its greatest value, sorted.

    The stretches are equally long; the few columns that are left over do not count.
    """
    length = values.shape[1] // stretches
    parts = values[:, : stretches * length].reshape(len(values), stretches, length)
    best = parts.argmax(axis=2) + length * np.arange(stretches)
    return np.array(sorted(set(best.ravel().tolist())), np.intp)  # faster than np.unique for few
