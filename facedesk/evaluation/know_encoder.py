"""Measures what decisions with an encoder are based on, from the photos of a folder of people.

People are split into halves: the faces of one half are the strangers that scores are normalised by,
and on the other half it is measured how such scores come out. Were both the same people, strangers
would score higher in use than they did here.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.models import Models
from facedesk.errors import TooFewPeople
from facedesk.evaluation.calibrate import calibrate
from facedesk.evaluation.data_set import encode_data_set
from facedesk.evaluation.train_heads import train_heads
from facedesk.matching.cohort import cohort_of
from facedesk.matching.grounds import Grounds

_SEED = 20261126
# Measured on so many, one stranger in a hundred comes out as one in thirty to three hundred.
FEWEST_PEOPLE = 200


def know_encoder(
    photos: Sequence[LabelledPhoto],
    name: str,
    models: Models,
    cache: Path,
    progress: Callable[[int, int], None],
) -> Grounds:
    """Encode the photos and measure. name: the data set's, kept with what is measured.

    cache, progress: see encode_data_set. Raises TooFewPeople, where that can be known at once,
    before the work; NobodyToCompare, DiskFull, FolderNotWritable.
    """
    _check_enough([photo.person for photo in photos])
    data = encode_data_set(photos, models, cache, progress)
    return grounds_of(data.vectors, data.persons, models.encoder.id, name, date.today())


def grounds_of(
    vectors: np.ndarray, persons: Sequence[str], encoder_id: str, name: str, today: date
) -> Grounds:
    """Measure on templates. vectors: unit, float32 (N, D); persons: (N,), whose they are.

    Raises TooFewPeople, NobodyToCompare.
    """
    _check_enough(persons)
    labels = np.asarray(persons)
    people = np.random.default_rng(_SEED).permutation(np.unique(labels))
    strange = np.isin(labels, people[: len(people) // 2])
    others = labels[~strange].tolist()
    cohort = cohort_of(vectors[strange], encoder_id, name)
    calibration = calibrate(vectors[~strange], others, cohort, name, today)
    heads = train_heads(vectors[~strange], others, cohort, name, today)
    return Grounds(cohort, calibration, heads[0].head)


def _check_enough(persons: Sequence[str]) -> None:
    people = len(set(persons))
    if people < FEWEST_PEOPLE:
        raise TooFewPeople(found=people, needed=FEWEST_PEOPLE)
