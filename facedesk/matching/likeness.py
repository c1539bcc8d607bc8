"""Says when two people of a gallery, or a new face and one of them, are hard to tell apart."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from facedesk.matching.decision import Match
from facedesk.matching.matcher import Comparison

if TYPE_CHECKING:  # it brings scipy, which the window does not wait for
    from facedesk.matching.recognition import Recognition

_ROWS = 500  # people compared with all others at a time, so that memory stays small


@dataclass(frozen=True)
class LookAlikes:
    """Two people of a gallery who are too close, by their ids, names, and how alike they are."""

    first_id: int
    first_name: str
    second_id: int
    second_name: str
    score: float


def look_alike(
    recognition: "Recognition", vector: np.ndarray, apart_from: int | None = None
) -> Match | None:
    """Return who of the gallery a new face (D,) may well be; None when it looks like nobody.

    apart_from: the id of a person who does not count, such as whose photo is replaced.
    """
    comparison = recognition.matcher.compare_nearest([vector], recognition.thresholds.unsure)
    return _nearest(recognition, comparison, apart_from)


def likeness_to(recognition: "Recognition", vector: np.ndarray, person_id: int) -> Match:
    """Hold a new face (D,) against one person. Raises ValueError when they are not there."""
    comparison = recognition.matcher.compare([vector])
    return comparison.match(0, comparison.person_ids.index(person_id))


def resemblances(recognition: "Recognition", person_ids: Collection[int]) -> Iterator[LookAlikes]:
    """Yield for each of these people who they may well be besides, if anyone; a pair comes once."""
    found: set[frozenset[int]] = set()
    for person, id_ in enumerate(recognition.matcher.person_ids):
        if id_ not in person_ids:
            continue
        comparison = recognition.matcher.compare_people(slice(person, person + 1))
        other = _nearest(recognition, comparison, apart_from=id_)
        if other is not None and frozenset((id_, other.person_id)) not in found:
            found.add(frozenset((id_, other.person_id)))
            yield _pair(comparison, person, other)


def look_alikes(
    recognition: "Recognition", cancelled: Callable[[], bool] = lambda: False
) -> Iterator[LookAlikes]:
    """Yield the pairs of people of whom either may be given the other's name.

    That is so where their photos are as alike as facedesk asks of two photos of one person.
    cancelled: asked now and then; the rest is left out once it says so.
    """
    matcher, known = recognition.matcher, recognition.thresholds.known
    for start in range(0, matcher.people, _ROWS):
        if cancelled():
            return
        comparison = matcher.compare_people(slice(start, start + _ROWS))
        for row, other in np.argwhere(comparison.scores >= known):
            person = start + int(row)
            if other > person:
                yield _pair(comparison, person, comparison.match(int(row), int(other)))


def _nearest(
    recognition: "Recognition", comparison: Comparison, apart_from: int | None
) -> Match | None:
    """Return who the first probe looks like most, if that is enough to be taken for them."""
    scores = comparison.scores[0].copy()
    if apart_from in comparison.person_ids:
        scores[np.equal(comparison.rows, comparison.person_ids.index(apart_from))] = -np.inf
    if scores.max(initial=-np.inf) < recognition.thresholds.unsure:
        return None
    return comparison.match(0, int(scores.argmax()))


def _pair(comparison: Comparison, person: int, other: Match) -> LookAlikes:
    ids, names = comparison.person_ids, comparison.names
    return LookAlikes(ids[person], names[person], other.person_id, other.name, other.score)
