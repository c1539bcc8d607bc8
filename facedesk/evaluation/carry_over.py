"""What decisions are based on, carried over from the default encoder to one trained from it.

A small folder is too small to measure how seldom two strangers are that much alike. It is enough to
see how training has moved scores: the same photos are encoded with both encoders, and scores of
different people, ordered, are held against each other. The line through their upper half takes the
thresholds of the default encoder to the other. Training moves people apart whom it has learned
from, not strangers; so no threshold becomes lower than the default encoder's.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from facedesk.errors import TooFewPeople
from facedesk.matching.cohort import Cohort
from facedesk.matching.grounds import Grounds
from facedesk.matching.normalised import normalise, scores_of
from facedesk.matching.thresholds import Calibration

FEWEST_PEOPLE = 10
_ALIKE = 0.9  # mean cosine of both encodings of a photo; without kinship it is near 0
_CARRIED_OVER = "carried over"


def was_carried_over(calibration: Calibration) -> bool:
    """Tell whether its thresholds are not measured with its own encoder."""
    return _CARRIED_OVER in calibration.data_set


def are_kin(before: np.ndarray, after: np.ndarray) -> bool:
    """Tell whether one encoder was trained from the other, by templates of the same photos.

    before, after: unit, float32 (N, D).
    """
    return before.shape == after.shape and float((before * after).sum(axis=1).mean()) >= _ALIKE


def carried_over(
    grounds: Grounds,
    before: np.ndarray,
    after: np.ndarray,
    persons: Sequence[str],
    encoder_id: str,
    name: str,
) -> Grounds:
    """Return the grounds for another encoder.

    grounds: of the encoder it was trained from. before, after: templates of the same photos by
    both, unit, float32 (N, D); persons: (N,), whose they are. name: the folder's. Raises
    TooFewPeople.
    """
    people = len(set(persons))
    if people < FEWEST_PEOPLE:
        raise TooFewPeople(found=people, needed=FEWEST_PEOPLE)
    cohort = replace(grounds.cohort, encoder_id=encoder_id)
    slope, offset = np.polyfit(
        _upper_half(before, persons, cohort), _upper_half(after, persons, cohort), 1
    )
    told = f"{grounds.calibration.data_set}, {_CARRIED_OVER} with {people} people of {name}"
    scores = [max(score, slope * score + offset) for score in grounds.calibration.scores]
    calibration = replace(
        grounds.calibration,
        encoder_id=encoder_id,
        data_set=told,
        scores=tuple(round(float(score), 3) for score in np.maximum.accumulate(scores)),
        mates=0,
        mate_scores=(),
    )
    head = replace(grounds.head, encoder_id=encoder_id, data_set=told)
    return Grounds(cohort, calibration, head)


def _upper_half(vectors: np.ndarray, persons: Sequence[str], cohort: Cohort) -> np.ndarray:
    """Return the higher half of the scores of different people, rising."""
    normalised = normalise(vectors, cohort)
    scores, _ = scores_of(normalised, normalised)
    labels = np.asarray(persons)
    rows, columns = np.triu_indices(len(labels), 1)
    different = labels[rows] != labels[columns]
    ordered = np.sort(scores[rows, columns][different])
    return ordered[len(ordered) // 2 :]
