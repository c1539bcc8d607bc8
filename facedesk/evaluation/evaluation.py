"""One evaluation: a protocol on a folder of people, from the photos to the figures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models
from facedesk.errors import NoFace, PhotoRefused
from facedesk.evaluation.data_set import EncodedDataSet, encode_data_set
from facedesk.evaluation.drawn_pairs import drawn_pairs
from facedesk.evaluation.labelled_photos import labelled_photos
from facedesk.evaluation.openset import OpenSetResult, evaluate_open_set
from facedesk.evaluation.pairs import read_pairs
from facedesk.evaluation.plan import Plan, RecognitionPlan, Stage, VerificationPlan
from facedesk.evaluation.verification_protocol import VerificationResult, evaluate_verification
from facedesk.matching.cohort import Cohort
from facedesk.matching.thresholds import Calibration, thresholds_for

_REPEATS = 10
VERIFICATION_FAR = (0.01, 0.001)
_Step = Callable[[Stage, int, int], None]


@dataclass(frozen=True)
class Unusable:
    """A photo without a share in the figures, and why."""

    path: Path
    error: PhotoRefused


@dataclass(frozen=True)
class Evaluation:
    """What was found. photos, people: those with a face that was found.

    recognition: a result for each size, verification: the result, where that was planned.
    """

    plan: Plan
    encoder_id: str
    photos: int
    people: int
    unusable: tuple[Unusable, ...]
    recognition: tuple[OpenSetResult, ...] = ()
    verification: VerificationResult | None = None


def evaluate(
    plan: Plan,
    models: Models,
    cohort: Cohort,
    calibration: Calibration,
    cache: Path,
    progress: _Step,
) -> Evaluation:
    """Encode the photos, then measure.

    cache: see encode_data_set. progress: told the stage, what is done of it, and all of it;
    whatever it raises ends the work. Raises FolderEmpty, SourceError, TooFewPeople, TooFewPairs,
    NobodyToCompare, PairsMissing, PairsUnreadable, DiskFull, FolderNotWritable.
    """
    photos = labelled_photos(plan.folder)
    listed = None
    if isinstance(plan, VerificationPlan) and plan.pairs:
        listed = read_pairs(plan.pairs, plan.folder)  # first, lest it fail after all the work
    data = encode_data_set(
        photos, models, cache, lambda done, total: progress(Stage.LOOKING, done, total)
    )
    recognition, verification = (), None
    if isinstance(plan, RecognitionPlan):
        recognition = _recognition(data, plan, cohort, calibration, progress)
    else:
        progress(Stage.COMPARING, 0, 0)
        folds = drawn_pairs(data.photos) if listed is None else listed
        verification = evaluate_verification(data, folds, cohort, VERIFICATION_FAR)
    return Evaluation(
        plan,
        models.encoder.id,
        len(data.photos),
        len(set(data.persons)),
        tuple(Unusable(path, why_unusable(path)) for path in data.failures),
        recognition,
        verification,
    )


def why_unusable(path: Path) -> PhotoRefused:
    """Return why a photo showed no face that could be encoded."""
    try:
        read_photo(path)
    except PhotoRefused as error:
        return error
    return NoFace()


def _recognition(
    data: EncodedDataSet,
    plan: RecognitionPlan,
    cohort: Cohort,
    calibration: Calibration,
    progress: _Step,
) -> tuple[OpenSetResult, ...]:
    results = []
    for done, size in enumerate(plan.sizes):
        progress(Stage.COMPARING, done, len(plan.sizes))
        thresholds = thresholds_for(calibration, size, plan.fpir)
        results.append(
            evaluate_open_set(
                data.vectors, data.persons, cohort, thresholds, size, [plan.fpir], _REPEATS
            )
        )
    return tuple(results)
