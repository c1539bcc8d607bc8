"""Open-set recognition as training is judged by it: quick, and with as few people as there are."""

from collections import Counter

import numpy as np

from facedesk.evaluation.draws import Draw, drawn
from facedesk.evaluation.outcome import outcome_of
from facedesk.matching.distance import distances

_SIZES = (100, 500)
_FEWEST_STRANGERS = 20  # people with a single photo; fewer, and others must be strangers as well
_FPIR = 0.01
_REPEATS = 10
_SEED = 20260105


def validate(vectors: np.ndarray, people: np.ndarray) -> dict[str, float]:
    """Return DIR at FPIR 1 % by the number of people enrolled, from distances alone.

    vectors: unit, float32 (N, D); people: int (N,), whose they are, at least two with several
    photos. Where there are enough people the draws are those of `facedesk evaluate openset`; else
    half of those with several photos are enrolled, and everyone else is a stranger.
    """
    counts = Counter(people.tolist())
    several = sum(count > 1 for count in counts.values())
    sizes = [
        size for size in _SIZES if size <= several and len(counts) - several >= _FEWEST_STRANGERS
    ]
    if not sizes:
        size = several // 2
        random = np.random.default_rng(_SEED)
        draws = [_drawn_by_half(people, size, random) for _ in range(_REPEATS)]
        return {str(size): _dir(vectors, people, draws)}
    found = {}
    for size in sizes:
        random = np.random.default_rng(size)
        draws = [drawn(people, size, random) for _ in range(_REPEATS)]
        found[str(size)] = _dir(vectors, people, draws)
    return found


def _drawn_by_half(people: np.ndarray, size: int, random: np.random.Generator) -> Draw:
    """Enrol some of those with several photos; all photos of everyone else are strangers'."""
    counts = Counter(people.tolist())
    several = [person for person in counts if counts[person] > 1]
    chosen = random.permutation(several)[:size]
    enrolled = np.array([np.flatnonzero(people == person)[0] for person in chosen])
    theirs = np.flatnonzero(np.isin(people, chosen))
    strangers = np.flatnonzero(~np.isin(people, chosen))
    return Draw(enrolled, np.setdiff1d(theirs, enrolled), strangers)


def _dir(vectors: np.ndarray, people: np.ndarray, draws: list[Draw]) -> float:
    everyone = np.ones(people.max() + 1)
    outcomes = [
        outcome_of(
            people,
            draw,
            -distances(vectors[draw.mates], vectors[draw.enrolled]),
            -distances(vectors[draw.strangers], vectors[draw.enrolled]),
        )
        for draw in draws
    ]
    return float(np.mean([outcome.dir_at(_FPIR, everyone) for outcome in outcomes]))
