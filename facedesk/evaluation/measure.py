"""Measures on a folder of people how strict to be: from the photos to the calibration."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.models import Models
from facedesk.errors import TooFewPeople
from facedesk.evaluation.calibrate import FEWEST_PEOPLE, calibrate
from facedesk.evaluation.data_set import encode_data_set
from facedesk.matching.cohort import Cohort
from facedesk.matching.thresholds import Calibration


@dataclass(frozen=True)
class Measurement:
    """failures: the photos without a face, or unreadable, which had no share in it."""

    calibration: Calibration
    failures: tuple[Path, ...]


def measure(
    photos: Sequence[LabelledPhoto],
    name: str,
    models: Models,
    cohort: Cohort,
    cache: Path,
    progress: Callable[[int, int], None],
) -> Measurement:
    """Encode the photos and compare them. name: the data set's, kept with the calibration.

    cache, progress: see encode_data_set. Raises TooFewPeople, where that can be known at once,
    before the work; DiskFull, FolderNotWritable.
    """
    people = len({photo.person for photo in photos})
    if people < FEWEST_PEOPLE:
        raise TooFewPeople(found=people, needed=FEWEST_PEOPLE)
    data = encode_data_set(photos, models, cache, progress)
    calibration = calibrate(data.vectors, data.persons, cohort, name, date.today())
    return Measurement(calibration, data.failures)
