"""Fits the verification heads, one for each form, and finds out which is worth most.

People are split into five groups. The pairs of each group are judged by heads fitted on the other
four; from what they say there, each head is calibrated. Its figures come from groups that had no
share in either. The heads that are returned are fitted on everyone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from facedesk.errors import TooFewPeople
from facedesk.evaluation.head_figures import HeadFigures, figures_of
from facedesk.evaluation.training_pairs import LabelledPairs, training_pairs
from facedesk.matching.cohort import Cohort
from facedesk.matching.heads import Head
from facedesk.matching.logistic import balanced, fit_logistic, fit_platt
from facedesk.matching.pairs import Form

FEWEST_PEOPLE = 50
_GROUPS = 5
_L2 = 0.03
_SEED = 20260104


@dataclass(frozen=True)
class TrainedHead:
    """A head, and its figures on people it was neither fitted nor calibrated on."""

    head: Head
    figures: HeadFigures


def train_heads(
    vectors: np.ndarray, persons: Sequence[str], cohort: Cohort, data_set: str, today: date
) -> tuple[TrainedHead, ...]:
    """Return the heads, the one with the lowest log-loss first; the same ones every time.

    vectors: unit, float32 (N, D), one per photo; persons: (N,), whose they are. Raises
    TooFewPeople, NobodyToCompare.
    """
    people = len(set(persons))
    if people < FEWEST_PEOPLE:
        raise TooFewPeople(found=people, needed=FEWEST_PEOPLE)
    groups = _pairs_by_group(vectors, persons, cohort)
    trained = [_train(form, groups, cohort.encoder_id, data_set, today) for form in Form]
    return tuple(sorted(trained, key=lambda each: each.figures.log_loss))


def _pairs_by_group(
    vectors: np.ndarray, persons: Sequence[str], cohort: Cohort
) -> list[LabelledPairs]:
    """Draw pairs within groups of people: nobody is in pairs of two groups."""
    labels = np.asarray(persons)
    people = np.random.default_rng(_SEED).permutation(np.unique(labels))
    groups = [np.isin(labels, group) for group in np.array_split(people, _GROUPS)]
    return [training_pairs(vectors[group], labels[group].tolist(), cohort) for group in groups]


def _train(
    form: Form, groups: list[LabelledPairs], encoder_id: str, data_set: str, today: date
) -> TrainedHead:
    seen = [group.pairs.seen_as(form) for group in groups]
    same = [group.same for group in groups]
    said = []
    for group, features in enumerate(seen):
        weights, bias = _fit(_without(seen, group), _without(same, group))
        said.append(features @ weights + bias)
    held_out = []
    for group, logits in enumerate(said):
        slope, offset = _calibrate(_without(said, group), _without(same, group))
        held_out.append(slope * logits + offset)
    weights, bias = _fit(np.concatenate(seen), np.concatenate(same))
    slope, offset = _calibrate(np.concatenate(said), np.concatenate(same))
    head = Head(
        encoder_id=encoder_id,
        form=form,
        weights=tuple((slope * weights).tolist()),
        bias=slope * bias + offset,
        data_set=data_set,
        people=sum(group.people for group in groups),
        pairs=sum(len(group.same) for group in groups),
        date=today.isoformat(),
    )
    return TrainedHead(head, figures_of(np.concatenate(held_out), np.concatenate(same)))


def _without(groups: list[np.ndarray], left_out: int) -> np.ndarray:
    return np.concatenate([each for number, each in enumerate(groups) if number != left_out])


def _fit(features: np.ndarray, same: np.ndarray) -> tuple[np.ndarray, float]:
    return fit_logistic(features, same.astype(np.float64), balanced(same), _L2)


def _calibrate(logits: np.ndarray, same: np.ndarray) -> tuple[float, float]:
    return fit_platt(logits, same, balanced(same))
