"""Verification: are two photos of one person? Measured on folds of pairs.

The threshold is chosen on all folds but one, and judged on that one; the accuracy is the mean over
the folds, after Huang et al., "Labeled Faces in the Wild", 2007.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.errors import TooFewPairs
from facedesk.evaluation.curves import Curve, accepted_at, det, roc
from facedesk.evaluation.data_set import EncodedDataSet
from facedesk.evaluation.pairs import Fold, Pair
from facedesk.evaluation.reliability import Reliability, reliability
from facedesk.evaluation.training_pairs import pairs_of
from facedesk.matching.cohort import Cohort
from facedesk.matching.heads import Head

SCORE, DISTANCE, PROBABILITY = "score", "distance", "probability"


@dataclass(frozen=True)
class PairFigures:
    """What one way of comparing is worth.

    accuracy, std: mean and standard deviation over the folds. tar: by FAR. roc: FAR -> TAR; det:
    FAR -> FRR.
    """

    accuracy: float
    std: float
    tar: dict[str, float]
    roc: Curve
    det: Curve


@dataclass(frozen=True)
class VerificationResult:
    """pairs: those that could be compared. failures: those that could not: no photo, or no face.

    by: the figures of each way of comparing: "score" as facedesk does, "distance" without AS-norm,
    "probability" by a verification head. reliability: of that head's probabilities.
    """

    pairs: int
    folds: int
    failures: tuple[Pair, ...]
    by: Mapping[str, PairFigures]
    reliability: Reliability | None = None

    @property
    def score(self) -> PairFigures:
        """The figures of facedesk's own way."""
        return self.by[SCORE]


@dataclass(frozen=True, eq=False)
class ComparedPairs:
    """Pairs that could be compared, as rows (P,) of the data set.

    same: bool (P,). folds: int (P,), in which each is.
    """

    first: np.ndarray
    second: np.ndarray
    same: np.ndarray
    folds: np.ndarray
    failures: tuple[Pair, ...]


def found_in(data: EncodedDataSet, folds: Sequence[Fold]) -> ComparedPairs:
    """Look the photos of the pairs up in a data set.

    Raises TooFewPairs unless two folds or more have pairs of one person and of two.
    """
    row_of = {photo.path: row for row, photo in enumerate(data.photos)}
    rows, failures = [], []
    for number, fold in enumerate(folds):
        for pair in fold:
            if pair.first in row_of and pair.second in row_of:
                rows.append((row_of[pair.first], row_of[pair.second], pair.same, number))
            else:
                failures.append(pair)
    complete = {number for *_, same, number in rows if same}
    complete &= {number for *_, same, number in rows if not same}
    if len(complete) < 2:
        raise TooFewPairs(found=len(rows))
    first, second, same, fold = np.array(rows).T
    return ComparedPairs(first, second, same.astype(bool), fold, tuple(failures))


def evaluate_verification(
    data: EncodedDataSet,
    folds: Sequence[Fold],
    cohort: Cohort,
    far: Sequence[float],
    head: Head | None = None,
) -> VerificationResult:
    """Measure on folds of pairs of the data set's photos. far: wanted rates. Raises TooFewPairs."""
    found = found_in(data, folds)
    pairs = pairs_of(data.vectors, np.stack([found.first, found.second], axis=1), cohort)
    ways = {SCORE: pairs.scores, DISTANCE: -pairs.distances}
    if head:
        ways[PROBABILITY] = head.logits(pairs)
    return VerificationResult(
        pairs=len(found.same),
        folds=len(np.unique(found.folds)),
        failures=found.failures,
        by={way: figures_of(values, found.same, found.folds, far) for way, values in ways.items()},
        reliability=reliability(head.probabilities(pairs), found.same) if head else None,
    )


def figures_of(
    values: np.ndarray, same: np.ndarray, folds: np.ndarray, far: Sequence[float]
) -> PairFigures:
    """Judge a way of comparing by its values (P,), the higher the more alike; any scale will do."""
    accuracies = []
    for fold in np.unique(folds):
        inside = folds == fold
        threshold = best_threshold(values[~inside], same[~inside])
        accuracies.append(np.mean((values[inside] > threshold) == same[inside]))
    mates, strangers = values[same], values[~same]
    return PairFigures(
        accuracy=float(np.mean(accuracies)),
        std=float(np.std(accuracies, ddof=1)),
        tar={f"{rate:g}": accepted_at(rate, mates, strangers) for rate in far},
        roc=roc(mates, strangers),
        det=det(mates, strangers),
    )


def best_threshold(values: np.ndarray, same: np.ndarray) -> float:
    """Return where most pairs (P,) fall on their right side: half-way between two values."""
    order = np.argsort(values)
    ordered = values[order]
    # Rejecting the lowest i: right are the pairs of two below, and those of one person above.
    right = np.append(0, np.cumsum(~same[order])) + np.append(np.cumsum(same[order][::-1])[::-1], 0)
    possible = np.append(True, np.append(np.diff(ordered) > 0, True))
    ends = np.concatenate([[-np.inf], ordered, [np.inf]])
    best = int(np.argmax(np.where(possible, right, -1)))
    if np.isinf(ends[best]) or np.isinf(ends[best + 1]):
        return float(ends[best] if np.isinf(ends[best]) else ends[best + 1])
    return float((ends[best] + ends[best + 1]) / 2)
