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
from facedesk.matching.cohort import Cohort
from facedesk.matching.matcher import Normalised, scores_of

SCORE, DISTANCE = "score", "distance"


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

    by: the figures of each way of comparing: "score" as facedesk does, "distance" without AS-norm.
    """

    pairs: int
    folds: int
    failures: tuple[Pair, ...]
    by: Mapping[str, PairFigures]

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
    data: EncodedDataSet, folds: Sequence[Fold], cohort: Cohort, far: Sequence[float]
) -> VerificationResult:
    """Measure on folds of pairs of the data set's photos. far: wanted rates. Raises TooFewPairs."""
    pairs = found_in(data, folds)
    by_score, distance = compared(data.vectors, pairs, cohort)
    return VerificationResult(
        pairs=len(pairs.same),
        folds=len(np.unique(pairs.folds)),
        failures=pairs.failures,
        by={
            SCORE: figures_of(by_score, pairs.same, pairs.folds, far),
            DISTANCE: figures_of(-distance, pairs.same, pairs.folds, far),
        },
    )


def compared(
    vectors: np.ndarray, pairs: ComparedPairs, cohort: Cohort
) -> tuple[np.ndarray, np.ndarray]:
    """Return score and distance of each pair: (P,), (P,)."""
    normalised = Normalised(vectors, *cohort.statistics(vectors))
    cells = [
        scores_of(normalised.part([first]), normalised.part([second]))
        for first, second in zip(pairs.first, pairs.second, strict=True)
    ]
    scores, distances = np.array(cells).reshape(-1, 2).T
    return scores, distances


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
