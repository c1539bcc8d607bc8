"""One evaluation: a protocol on a folder of people, from the photos to the figures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models
from facedesk.errors import NoFace, PhotoRefused
from facedesk.evaluation.data_set import EncodedDataSet, encode_data_set
from facedesk.evaluation.labelled_photos import labelled_photos
from facedesk.evaluation.openset import OpenSetResult, evaluate_open_set
from facedesk.evaluation.plan import Plan, Stage
from facedesk.matching.cohort import Cohort
from facedesk.matching.thresholds import Calibration, thresholds_for

_REPEATS = 10


@dataclass(frozen=True)
class Unusable:
    """A photo without a share in the figures, and why."""

    path: Path
    error: PhotoRefused


@dataclass(frozen=True)
class Evaluation:
    """What was found. photos, people: those with a face that was found."""

    plan: Plan
    encoder_id: str
    photos: int
    people: int
    unusable: tuple[Unusable, ...]
    results: tuple[OpenSetResult, ...]


def evaluate(
    plan: Plan,
    models: Models,
    cohort: Cohort,
    calibration: Calibration,
    cache: Path,
    progress: Callable[[Stage, int, int], None],
) -> Evaluation:
    """Encode the photos, then measure.

    cache: see encode_data_set. progress: told the stage, what is done of it, and all of it;
    whatever it raises ends the work. Raises FolderEmpty, SourceError, TooFewPeople,
    NobodyToCompare, DiskFull, FolderNotWritable.
    """
    data = encode_data_set(
        labelled_photos(plan.folder),
        models,
        cache,
        lambda done, total: progress(Stage.LOOKING, done, total),
    )
    results = []
    for done, size in enumerate(plan.sizes):
        progress(Stage.COMPARING, done, len(plan.sizes))
        results.append(_open_set(data, plan, size, cohort, calibration))
    return Evaluation(
        plan,
        models.encoder.id,
        len(data.photos),
        len(set(data.persons)),
        tuple(Unusable(path, why_unusable(path)) for path in data.failures),
        tuple(results),
    )


def why_unusable(path: Path) -> PhotoRefused:
    """Return why a photo showed no face that could be encoded."""
    try:
        read_photo(path)
    except PhotoRefused as error:
        return error
    return NoFace()


def _open_set(
    data: EncodedDataSet, plan: Plan, size: int, cohort: Cohort, calibration: Calibration
) -> OpenSetResult:
    thresholds = thresholds_for(calibration, size, plan.fpir)
    return evaluate_open_set(
        data.vectors, data.persons, cohort, thresholds, size, [plan.fpir], _REPEATS
    )
