"""Says when two people of a gallery, or a new face and one of them, are hard to tell apart."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from facedesk.matching.decision import Match
from facedesk.matching.matcher import Comparison
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
    recognition: Recognition, vector: np.ndarray, apart_from: int | None = None
) -> Match | None:
    """Return who of the gallery a new face (D,) may well be; None when it looks like nobody.

    apart_from: the id of a person who does not count, such as whose photo is replaced.
    """
    comparison = recognition.matcher.compare([vector])
    others = [i for i, id_ in enumerate(comparison.person_ids) if id_ != apart_from]
    if not others:
        return None
    best = max(others, key=lambda person: comparison.scores[0, person])
    match = comparison.match(0, best)
    return match if match.score >= recognition.thresholds.unsure else None


def look_alikes(recognition: Recognition) -> Iterator[LookAlikes]:
    """Yield the pairs of people of whom either may be given the other's name.

    That is so where their photos are as alike as facedesk asks of two photos of one person.
    """
    matcher, known = recognition.matcher, recognition.thresholds.known
    for start in range(0, matcher.people, _ROWS):
        comparison = matcher.compare_people(slice(start, start + _ROWS))
        for row, other in np.argwhere(comparison.scores >= known):
            person = start + int(row)
            if other > person:
                yield _pair(comparison, person, comparison.match(int(row), int(other)))


def _pair(comparison: Comparison, person: int, other: Match) -> LookAlikes:
    ids, names = comparison.person_ids, comparison.names
    return LookAlikes(ids[person], names[person], other.person_id, other.name, other.score)
