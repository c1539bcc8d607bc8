"""Open-set identification: who is enrolled is found, who is not is not named.

From a data set, people are enrolled with one photo each; their other photos are the mates, and
people with a single photo who are not enrolled are the strangers (after Phillips, Grother and
Micheals, "Evaluation Methods in Face Recognition", 2011).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from facedesk.evaluation.bootstrap import Interval, intervals
from facedesk.evaluation.curves import Curve
from facedesk.evaluation.draws import drawn
from facedesk.evaluation.outcome import Outcome, mean_curve, outcome_of, share
from facedesk.matching.cohort import Cohort
from facedesk.matching.decide import decide
from facedesk.matching.decision import Answer
from facedesk.matching.matcher import Comparison, Matcher
from facedesk.matching.thresholds import Thresholds


@dataclass(frozen=True)
class OpenSetResult:
    """Means over the draws for one gallery size.

    mates, strangers: probes per draw. rank1: share of mates whose own person scores best. dir: by
    FPIR, the share of mates found where that share of strangers is; fnir: of those who are not.
    fpir_at_shipped_threshold: share of strangers named by the decision that facedesk makes;
    dir_at_shipped_threshold and wrong_at_…: shares of mates given their own name, and another's.
    intervals: of these figures ("dir 0.01" for one of dir), see bootstrap.py. curve: FPIR -> DIR.
    """

    people: int
    repeats: int
    mates: int
    strangers: int
    rank1: float
    dir: dict[str, float]
    fnir: dict[str, float]
    fpir_at_shipped_threshold: float
    dir_at_shipped_threshold: float
    wrong_at_shipped_threshold: float
    interval: Interval  # of dir at the first FPIR
    intervals: dict[str, Interval]
    curve: Curve


@dataclass(frozen=True, eq=False)
class _Decided:
    """What facedesk decides about the probes of an outcome: bool, in its order."""

    outcome: Outcome
    named_mates: np.ndarray
    named_strangers: np.ndarray

    def figures(self, fpir: Sequence[float], weights: np.ndarray) -> dict[str, float]:
        """Return the rates. weights: of the people of the data set."""
        outcome = self.outcome
        right = np.isfinite(outcome.found)
        of_mates, of_strangers = weights[outcome.mates], weights[outcome.strangers]
        return {
            "rank1": outcome.rank1(weights),
            **{f"dir {rate:g}": outcome.dir_at(rate, weights) for rate in fpir},
            "fpir_at_shipped_threshold": share(self.named_strangers, of_strangers),
            "dir_at_shipped_threshold": share(self.named_mates & right, of_mates),
            "wrong_at_shipped_threshold": share(self.named_mates & ~right, of_mates),
        }


def evaluate_open_set(
    vectors: np.ndarray,
    persons: Sequence[str],
    cohort: Cohort,
    thresholds: Thresholds,
    size: int,
    fpir: Sequence[float],
    repeats: int,
    probes: np.ndarray | None = None,
) -> OpenSetResult:
    """Measure one gallery size. vectors: unit, float32 (N, D), one per photo; persons: (N,).

    probes: (N, D), what is said of the same photos where they are held against the gallery, if
    that is something else. Raises TooFewPeople when the gallery is larger than the data set,
    NobodyToCompare when nobody is left to be a mate or a stranger.
    """
    names, people = np.unique(persons, return_inverse=True)
    random = np.random.default_rng(size)
    probes = vectors if probes is None else probes
    trials = [
        _trial(vectors, probes, people, cohort, thresholds, size, random) for _ in range(repeats)
    ]
    everyone = np.ones(len(names))
    each = [trial.figures(fpir, everyone) for trial in trials]
    mean = {key: float(np.mean([figures[key] for figures in each])) for key in each[0]}
    spread = intervals(
        lambda draw, weights: trials[draw].figures(fpir, weights), repeats, len(names)
    )
    found = {f"{rate:g}": mean[f"dir {rate:g}"] for rate in fpir}
    return OpenSetResult(
        people=size,
        repeats=repeats,
        mates=len(trials[0].outcome.mates),
        strangers=len(trials[0].outcome.strangers),
        rank1=mean["rank1"],
        dir=found,
        fnir={rate: 1 - value for rate, value in found.items()},
        fpir_at_shipped_threshold=mean["fpir_at_shipped_threshold"],
        dir_at_shipped_threshold=mean["dir_at_shipped_threshold"],
        wrong_at_shipped_threshold=mean["wrong_at_shipped_threshold"],
        interval=spread[f"dir {fpir[0]:g}"],
        intervals=spread,
        curve=mean_curve([trial.outcome for trial in trials]),
    )


def _trial(
    vectors: np.ndarray,
    probes: np.ndarray,
    people: np.ndarray,
    cohort: Cohort,
    thresholds: Thresholds,
    size: int,
    random: np.random.Generator,
) -> _Decided:
    draw = drawn(people, size, random)
    matcher = Matcher(range(size), [""] * size, vectors[draw.enrolled], cohort)
    mates = matcher.compare(probes[draw.mates])
    strangers = matcher.compare(probes[draw.strangers])
    return _Decided(
        outcome_of(people, draw, mates.scores, strangers.scores),
        named(mates, thresholds),
        named(strangers, thresholds),
    )


def named(comparison: Comparison, thresholds: Thresholds) -> np.ndarray:
    """Say who is given a name, each probe by itself, as if it were alone in its frame: (N,)."""
    answers = []
    for scores, distances in zip(comparison.scores, comparison.distances, strict=True):
        alone = replace(comparison, scores=scores[None], distances=distances[None])
        answers.append(decide(alone, thresholds)[0].answer is Answer.KNOWN)
    return np.array(answers, bool)
