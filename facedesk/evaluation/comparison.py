"""Measures an encoder on a few photos as training does, but as facedesk uses it, in all views."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.models import Models
from facedesk.errors import TooFewPeople
from facedesk.evaluation.data_set import encode_data_set
from facedesk.evaluation.validation import validate

_FEWEST = 4  # people with several photos: two are enrolled, two are strangers


@dataclass(frozen=True)
class Compared:
    """DIR at FPIR 1 % by the number of people enrolled.

    clean: of the photos as they are. webcam: of the same turned into a webcam's pictures.
    """

    clean: dict[str, float]
    webcam: dict[str, float]


def compared(
    photos: Sequence[LabelledPhoto],
    models: Models,
    cache: Path,
    progress: Callable[[int, int], None],
) -> Compared:
    """Measure one encoder. cache, progress: see encode_data_set. Raises TooFewPeople."""

    def step(done: int, _total: int) -> None:
        progress(done, 2 * len(photos))

    def next_step(done: int, _total: int) -> None:
        progress(len(photos) + done, 2 * len(photos))

    clean = _dir(photos, models, cache, step, degraded=False)
    return Compared(clean, _dir(photos, models, cache, next_step, degraded=True))


def _dir(
    photos: Sequence[LabelledPhoto],
    models: Models,
    cache: Path,
    progress: Callable[[int, int], None],
    degraded: bool,
) -> dict[str, float]:
    data = encode_data_set(photos, models, cache, progress, degraded)
    several = sum(count > 1 for count in Counter(data.persons).values())
    if several < _FEWEST:
        raise TooFewPeople(found=several, needed=_FEWEST)
    return validate(data.vectors, np.unique(data.persons, return_inverse=True)[1])
