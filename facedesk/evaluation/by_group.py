"""How often people of one group are taken for each other, at the thresholds that are shipped."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.evaluation.bootstrap import Interval, interval_of, intervals, weights_of_people
from facedesk.evaluation.groups import EVERYONE
from facedesk.evaluation.openset import named
from facedesk.evaluation.outcome import share
from facedesk.matching.cohort import Cohort
from facedesk.matching.matcher import Matcher
from facedesk.matching.thresholds import Calibration, Thresholds, thresholds_for


@dataclass(frozen=True)
class GroupRate:
    """photos: of as many people of a group. pairs: of two of them, that were compared.

    people: how many of the group are enrolled. wanted: the rate that the shipped threshold stands
    for; rate: what it comes to, of the group's strangers (one enrolled: FAR; more: FPIR).
    interval: of the rate, over people (and draws). ratio: to the rate of everyone, None if that
    is 0.
    """

    group: str
    photos: int
    pairs: int
    people: int
    wanted: float
    rate: float
    interval: Interval
    ratio: float | None


def false_accepts(
    vectors: np.ndarray,
    groups: Mapping[str, Sequence[int]],
    cohort: Cohort,
    calibration: Calibration,
    far: float,
) -> Iterator[GroupRate]:
    """Hold everyone of a group against everyone else of it.

    vectors: unit, float32 (N, D), one per person. groups: rows, by group, EVERYONE first; those
    with a single person are left out.
    """
    threshold = calibration.score_at(far)
    of_all = None
    for group, rows in groups.items():
        count = len(rows)
        if count < 2:
            continue
        matcher = Matcher(range(count), [""] * count, vectors[list(rows)], cohort)
        scores = matcher.compare_people(slice(None)).scores
        accepted = (scores >= threshold).astype(np.float32)
        np.fill_diagonal(accepted, 0)
        rate = _accepted_share(accepted, np.ones(count))
        found = [_accepted_share(accepted, weights) for weights in weights_of_people(count)]
        of_all = rate if group == EVERYONE else of_all
        pairs = count * (count - 1) // 2
        interval = interval_of(np.array(found))
        yield GroupRate(group, count, pairs, 1, far, rate, interval, _ratio(rate, of_all))


def false_alarms(
    vectors: np.ndarray,
    groups: Mapping[str, Sequence[int]],
    cohort: Cohort,
    calibration: Calibration,
    size: int,
    fpir: float,
    repeats: int,
) -> Iterator[GroupRate]:
    """Enrol some of a group, and let facedesk decide about its others.

    vectors, groups: see false_accepts; groups that are not larger than the gallery are left out.
    """
    thresholds = thresholds_for(calibration, size, fpir)
    of_all = None
    for group, rows in groups.items():
        if len(rows) <= size:
            continue
        own = vectors[list(rows)]
        rate, interval = _alarm_rate(own, cohort, thresholds, size, repeats)
        of_all = rate if group == EVERYONE else of_all
        pairs = size * (len(rows) - size) * repeats
        yield GroupRate(group, len(rows), pairs, size, fpir, rate, interval, _ratio(rate, of_all))


def _alarm_rate(
    vectors: np.ndarray, cohort: Cohort, thresholds: Thresholds, size: int, repeats: int
) -> tuple[float, Interval]:
    """Return the share of strangers who are given a name, one person per vector (N, D)."""
    random = np.random.default_rng(size)
    strangers, alarms = [], []
    for _ in range(repeats):
        enrolled, others = np.split(random.permutation(len(vectors)), [size])
        matcher = Matcher(range(size), [""] * size, vectors[enrolled], cohort)
        strangers.append(others)
        alarms.append(named(matcher.compare(vectors[others]), thresholds))
    spread = intervals(
        lambda draw, weights: {"rate": share(alarms[draw], weights[strangers[draw]])},
        repeats,
        len(vectors),
    )
    return float(np.mean(alarms)), spread["rate"]


def _accepted_share(accepted: np.ndarray, weights: np.ndarray) -> float:
    """Return the share of accepted pairs of two people. accepted: (N, N), nobody with themselves.

    weights: how often each person is there; copies of one person are no pair of two.
    """
    pairs = weights.sum() ** 2 - (weights**2).sum()
    return float(weights @ accepted @ weights / pairs) if pairs else float("nan")


def _ratio(rate: float, of_all: float | None) -> float | None:
    return rate / of_all if of_all else None
