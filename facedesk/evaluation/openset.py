"""Open-set identification: who is enrolled is found, who is not is not named.

From a data set, people are enrolled with one photo each; their other photos are the mates, and
people with a single photo who are not enrolled are the strangers (after Phillips, Grother and
Micheals, "Evaluation Methods in Face Recognition", 2011).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.errors import NobodyToCompare, TooFewPeople
from facedesk.matching.cohort import Cohort
from facedesk.matching.decide import decide
from facedesk.matching.decision import Answer
from facedesk.matching.matcher import Comparison, Matcher
from facedesk.matching.thresholds import Thresholds

_MOST_MATES = 2000  # per draw; more do not change the rates


@dataclass(frozen=True)
class OpenSetResult:
    """Means over the draws for one gallery size.

    rank1: share of mates whose own person scores best. dir: by FPIR, the share of mates found at
    the threshold at which that share of strangers is. fpir_at_shipped_threshold: share of strangers
    named by the decision that facedesk makes; dir_at_shipped_threshold and wrong_at_…: shares of
    mates given their own name, and another's. interval: of dir at the first FPIR, 2.5…97.5 % of
    the draws.
    """

    people: int
    repeats: int
    mates: int
    strangers: int
    rank1: float
    dir: dict[str, float]
    fpir_at_shipped_threshold: float
    dir_at_shipped_threshold: float
    wrong_at_shipped_threshold: float
    interval: tuple[float, float]


@dataclass(frozen=True)
class _Draw:
    people: np.ndarray
    mates: np.ndarray
    strangers: np.ndarray


def evaluate_open_set(
    vectors: np.ndarray,
    persons: Sequence[str],
    cohort: Cohort,
    thresholds: Thresholds,
    size: int,
    fpir: Sequence[float],
    repeats: int,
) -> OpenSetResult:
    """Measure one gallery size. vectors: unit, float32 (N, D), one per photo; persons: (N,).

    Raises TooFewPeople when the gallery is larger than the data set, NobodyToCompare when nobody
    is left to be a mate or a stranger.
    """
    people = len(set(persons))
    if people <= size:
        raise TooFewPeople(found=people, needed=size + 1)
    random = np.random.default_rng(size)
    labels = np.asarray(persons)
    rows = []
    for _ in range(repeats):
        draw = _drawn(labels, size, random)
        matcher = Matcher(range(size), [""] * size, vectors[draw.people], cohort)
        rows.append(_measure(matcher, vectors, labels, draw, thresholds, fpir))
    mean = {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}
    first = [row[f"dir {fpir[0]:g}"] for row in rows]
    return OpenSetResult(
        people=size,
        repeats=repeats,
        mates=len(draw.mates),
        strangers=len(draw.strangers),
        rank1=mean["rank1"],
        dir={f"{rate:g}": mean[f"dir {rate:g}"] for rate in fpir},
        fpir_at_shipped_threshold=mean["named strangers"],
        dir_at_shipped_threshold=mean["right names"],
        wrong_at_shipped_threshold=mean["wrong names"],
        interval=(float(np.quantile(first, 0.025)), float(np.quantile(first, 0.975))),
    )


def _drawn(labels: np.ndarray, size: int, random: np.random.Generator) -> _Draw:
    """Draw a gallery, of people with several photos as long as there are enough."""
    counts = Counter(labels.tolist())
    several = [person for person in counts if counts[person] > 1]
    single = [person for person in counts if counts[person] == 1]
    chosen = list(random.permutation(several)[:size])
    chosen += list(random.permutation(single)[: size - len(chosen)])
    first = {person: int(np.flatnonzero(labels == person)[0]) for person in chosen}
    enrolled = np.array(list(first.values()))
    mates = np.setdiff1d(np.flatnonzero(np.isin(labels, chosen)), enrolled)
    if len(mates) > _MOST_MATES:
        mates = random.choice(mates, _MOST_MATES, replace=False)
    strangers = np.flatnonzero(np.isin(labels, single) & ~np.isin(labels, chosen))
    if not len(mates) or not len(strangers):
        raise NobodyToCompare
    return _Draw(enrolled, mates, strangers)


def _measure(
    matcher: Matcher,
    vectors: np.ndarray,
    labels: np.ndarray,
    draw: _Draw,
    thresholds: Thresholds,
    fpir: Sequence[float],
) -> dict[str, float]:
    strangers = matcher.compare(vectors[draw.strangers])
    mates = matcher.compare(vectors[draw.mates])
    own = labels[draw.people][None, :] == labels[draw.mates][:, None]
    right = own[np.arange(len(own)), mates.scores.argmax(axis=1)]
    best = mates.scores.max(axis=1)
    row = {"rank1": float(right.mean())}
    for rate in fpir:
        threshold = np.quantile(strangers.scores.max(axis=1), 1 - rate)
        row[f"dir {rate:g}"] = float((right & (best >= threshold)).mean())
    row["named strangers"] = float(np.mean(_named(strangers, thresholds)))
    named = np.array(_named(mates, thresholds))
    row["right names"] = float((named & right).mean())
    row["wrong names"] = float((named & ~right).mean())
    return row


def _named(comparison: Comparison, thresholds: Thresholds) -> list[bool]:
    """Decide about each probe by itself, as if it were alone in its frame."""
    answers = []
    for scores, distances in zip(comparison.scores, comparison.distances, strict=True):
        alone = Comparison(comparison.person_ids, comparison.names, scores[None], distances[None])
        answers.append(decide(alone, thresholds)[0].answer is Answer.KNOWN)
    return answers
