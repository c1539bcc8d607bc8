"""The pairs of photos, of one person and of two, that verification heads are fitted on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from facedesk.errors import NobodyToCompare, TooFewPeople
from facedesk.matching.cohort import Cohort
from facedesk.matching.matcher import Matcher
from facedesk.matching.pairs import Pairs

_MOST_PER_PERSON = 15  # pairs of one person, so that nobody with many photos outweighs the others
_DIFFERENT_PER_SAME = 20
_SEED = 20260103


@dataclass(frozen=True, eq=False)
class LabelledPairs:
    """N pairs. same: bool (N,), whether both photos are of one person."""

    pairs: Pairs
    same: np.ndarray
    people: int


def training_pairs(vectors: np.ndarray, persons: Sequence[str], cohort: Cohort) -> LabelledPairs:
    """Draw pairs of the photos of some people; the same ones every time.

    vectors: unit, float32 (N, D); persons: (N,), whose they are. Raises TooFewPeople when there is
    but one person, NobodyToCompare when nobody has several photos.
    """
    random = np.random.default_rng(_SEED)
    photos_of: dict[str, list[int]] = {}
    for photo, person in enumerate(persons):
        photos_of.setdefault(person, []).append(photo)
    if len(photos_of) < 2:
        raise TooFewPeople(found=len(photos_of), needed=2)
    same = _of_one_person(list(photos_of.values()), random)
    if not same:
        raise NobodyToCompare
    different = _of_two_people(list(photos_of.values()), _DIFFERENT_PER_SAME * len(same), random)
    indices = np.array(same + different)
    return LabelledPairs(
        pairs_of(vectors, indices, cohort), np.arange(len(indices)) < len(same), len(photos_of)
    )


def pairs_of(vectors: np.ndarray, indices: np.ndarray, cohort: Cohort) -> Pairs:
    """Return pairs (M, 2) of indices into vectors, unit (N, D), with their distances and scores."""
    matcher = Matcher(range(len(vectors)), [""] * len(vectors), vectors, cohort)
    distances = np.empty(len(indices), np.float32)
    scores = np.empty(len(indices), np.float32)
    for photo in np.unique(indices[:, 0]):
        rows = np.flatnonzero(indices[:, 0] == photo)
        others = indices[rows, 1]
        comparison = matcher.compare_people(slice(int(photo), int(photo) + 1))
        distances[rows] = comparison.distances[0, others]
        scores[rows] = comparison.scores[0, others]
    return Pairs(vectors[indices[:, 0]], vectors[indices[:, 1]], distances, scores)


def _of_one_person(
    photos_of: list[list[int]], random: np.random.Generator
) -> list[tuple[int, int]]:
    drawn = []
    for photos in photos_of:
        own = list(combinations(photos, 2))
        if len(own) > _MOST_PER_PERSON:
            chosen = random.choice(len(own), _MOST_PER_PERSON, replace=False)
            own = [own[i] for i in sorted(chosen)]
        drawn += own
    return drawn


def _of_two_people(
    photos_of: list[list[int]], count: int, random: np.random.Generator
) -> list[tuple[int, int]]:
    drawn = []
    for _ in range(count):
        first, second = random.choice(len(photos_of), 2, replace=False)
        drawn.append((int(random.choice(photos_of[first])), int(random.choice(photos_of[second]))))
    return drawn
