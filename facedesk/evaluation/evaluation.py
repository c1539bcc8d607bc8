"""One evaluation: a protocol on a folder of people, from the photos to the figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facedesk.capture.labelled_photos import LabelledPhoto, labelled_photos
from facedesk.capture.unusable import Unusable, why_unusable
from facedesk.encoder.models import Models
from facedesk.evaluation.by_group import GroupRate, false_accepts
from facedesk.evaluation.data_set import EncodedDataSet, encode_data_set
from facedesk.evaluation.drawn_folds import drawn_folds
from facedesk.evaluation.groups import (
    grouped_photos,
    photos_of_samples,
    rows_of_samples,
    samples_of_groups,
)
from facedesk.evaluation.openset import OpenSetResult, evaluate_open_set
from facedesk.evaluation.pairs import read_pairs
from facedesk.evaluation.plan import Plan, RecognitionPlan, Stage, VerificationPlan
from facedesk.evaluation.verification_protocol import VerificationResult, evaluate_verification
from facedesk.matching.cohort import Cohort
from facedesk.matching.heads import Head
from facedesk.matching.thresholds import Calibration, thresholds_for

_REPEATS = 10
_MOST_OF_A_GROUP = 300
_FAR = (0.01, 0.001)
_Step = Callable[[Stage, int, int], None]


@dataclass(frozen=True, eq=False)
class Subject:
    """What is put to the test: the networks, and what is known about their encoder."""

    models: Models
    cohort: Cohort
    calibration: Calibration
    head: Head


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What was found. photos, people: those with a face that was found.

    recognition: a result for each size; verification: the result; groups: everyone first; each
    where it was planned.
    """

    plan: Plan
    subject: Subject
    photos: int
    people: int
    unusable: tuple[Unusable, ...]
    recognition: tuple[OpenSetResult, ...] = ()
    verification: VerificationResult | None = None
    groups: tuple[GroupRate, ...] = ()


def evaluate(plan: Plan, subject: Subject, cache: Path, progress: _Step) -> Evaluation:
    """Encode the photos, then measure.

    cache: see encode_data_set. progress: told the stage, what is done of it, and all of it;
    whatever it raises ends the work. Raises FolderEmpty, SourceError, NoGroups, TooFewPeople,
    TooFewPairs, NobodyToCompare, PairsMissing, PairsUnreadable, DiskFull, FolderNotWritable.
    """

    def encoded(photos: Sequence[LabelledPhoto]) -> EncodedDataSet:
        return encode_data_set(
            photos, subject.models, cache, lambda *step: progress(Stage.LOOKING, *step)
        )

    if isinstance(plan, RecognitionPlan):
        data = encoded(labelled_photos(plan.folder))
        return _found(plan, subject, data, recognition=_recognition(data, plan, subject, progress))
    if isinstance(plan, VerificationPlan):
        # The list first, lest it fail after all the work.
        listed = read_pairs(plan.pairs, plan.folder) if plan.pairs else None
        data = encoded(labelled_photos(plan.folder))
        progress(Stage.COMPARING, 0, 0)
        folds = drawn_folds(data.photos) if listed is None else listed
        result = evaluate_verification(data, folds, subject.cohort, _FAR, subject.head)
        return _found(plan, subject, data, verification=result)
    samples = samples_of_groups(grouped_photos(plan.folder), _MOST_OF_A_GROUP)
    data = encoded(photos_of_samples(samples))
    progress(Stage.COMPARING, 0, 0)
    rows = rows_of_samples(samples, data.photos)
    rates = false_accepts(data.vectors, rows, subject.cohort, subject.calibration, plan.far)
    return _found(plan, subject, data, groups=tuple(rates))


def _recognition(
    data: EncodedDataSet, plan: RecognitionPlan, subject: Subject, progress: _Step
) -> tuple[OpenSetResult, ...]:
    results = []
    for done, size in enumerate(plan.sizes):
        progress(Stage.COMPARING, done, len(plan.sizes))
        results.append(
            evaluate_open_set(
                data.vectors,
                data.persons,
                subject.cohort,
                thresholds_for(subject.calibration, size, plan.fpir),
                size,
                [plan.fpir],
                _REPEATS,
            )
        )
    return tuple(results)


def _found(plan: Plan, subject: Subject, data: EncodedDataSet, **results: object) -> Evaluation:
    return Evaluation(
        plan,
        subject,
        len(data.photos),
        len(set(data.persons)),
        tuple(Unusable(path, why_unusable(path)) for path in data.failures),
        **results,
    )
