"""Draws the folds of a verification from a data set that comes without a list of pairs."""

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice, zip_longest
from pathlib import Path

import numpy as np

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.evaluation.pairs import Fold, Pair

_FOLDS = 10
_MOST = 300  # pairs of one person per fold, as in LFW's own list
_SEED = 20260103


def drawn_folds(photos: Sequence[LabelledPhoto]) -> tuple[Fold, ...]:
    """Return up to ten folds; nobody is in two of them. The same photos give the same pairs.

    A fold has as many pairs of two people as of one, up to 300 each. What can't be a fold, for
    lack of people with several photos, or of others, is left out.
    """
    random = np.random.default_rng(_SEED)
    of_person: dict[str, list[Path]] = {}
    for photo in photos:
        of_person.setdefault(photo.person, []).append(photo.path)
    shuffled = [of_person[name] for name in random.permutation(sorted(of_person))]
    # Those with several photos first, so that each fold gets its share of them.
    shuffled.sort(key=lambda paths: len(paths) == 1)
    folds = (_fold(shuffled[number::_FOLDS], random) for number in range(_FOLDS))
    return tuple(fold for fold in folds if fold)


def _fold(people: Sequence[Sequence[Path]], random: np.random.Generator) -> Fold:
    several = [_pairs_within(paths, random) for paths in people if len(paths) > 1]
    # A first pair of everyone, then a second one, …, so that nobody counts more than needed.
    rounds = chain.from_iterable(zip_longest(*several))
    same = list(islice((pair for pair in rounds if pair), _MOST))
    different = list(islice(_pairs_between(people, random), len(same)))
    return tuple(same[: len(different)] + different)


def _pairs_within(paths: Sequence[Path], random: np.random.Generator) -> list[Pair]:
    pairs = [Pair(first, second, True) for first, second in combinations(paths, 2)]
    return [pairs[i] for i in random.permutation(len(pairs))[:_MOST]]


def _pairs_between(people: Sequence[Sequence[Path]], random: np.random.Generator) -> Iterator[Pair]:
    """Yield pairs of two people, each two people once, in random order."""
    couples = list(combinations(range(len(people)), 2))
    for index in random.permutation(len(couples)):
        first, second = (people[i][random.integers(len(people[i]))] for i in couples[index])
        yield Pair(first, second, False)
