"""facedesk evaluate verification --images FOLDER."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.commands.arguments import rate
from facedesk.commands.evaluating import (
    add_evaluation_options,
    answer_groups,
    check_report_folder,
    encoded,
    for_each_encoder,
    measured_of,
    write,
)
from facedesk.commands.output import Output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facedesk.capture.labelled_photos import LabelledPhoto
    from facedesk.encoder.models import Models
    from facedesk.evaluation.by_group import GroupRate
    from facedesk.evaluation.data_set import EncodedDataSet
    from facedesk.evaluation.pairs import Fold, Pair
    from facedesk.evaluation.train_heads import TrainedHead
    from facedesk.evaluation.verification_protocol import VerificationResult
    from facedesk.live.knowledge import Knowledge

HELP = "two photos are of one person, or of two"
_TITLE = "facedesk: verification"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this protocol."""
    add_evaluation_options(parser)
    parser.add_argument(
        "--pairs",
        type=Path,
        metavar="FILE",
        help="LFW's pairs.txt, or lines of path,path,same[,fold] (default: pairs are drawn)",
    )
    parser.add_argument("--far", type=rate, nargs="+", default=[0.01, 0.001], metavar="RATE")


def run(options: argparse.Namespace) -> int:
    """Print one line for all pairs; those that can't be compared are counted and told."""
    check_report_folder(options)
    return for_each_encoder(options, lambda *parts: _measure(options, *parts))


def _measure(options: argparse.Namespace, models: "Models", knowledge: "Knowledge") -> int:
    """Measure one encoder."""
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.evaluation.drawn_folds import drawn_folds
    from facedesk.evaluation.measured import files_section
    from facedesk.evaluation.pairs import read_pairs
    from facedesk.evaluation.verification_protocol import evaluate_verification
    from facedesk.evaluation.verification_report import verification_sections

    if options.by_group:
        title = f"{_TITLE} by group"
        return answer_groups(
            options, models, knowledge, title, lambda *parts: _by_group(options, *parts)
        )
    output = Output(options)
    if options.pairs:
        folds = read_pairs(options.pairs, options.images)
        photos = _photos_of(folds)
    else:
        photos = labelled_photos(options.images, options.part)
        folds = None
    data = encoded(photos, options, models)
    result = evaluate_verification(
        data, folds or drawn_folds(data.photos), knowledge.cohort, options.far, knowledge.head
    )
    failed = tuple(f"{pair.first} and {pair.second}" for pair in result.failures)
    if failed:
        output.note(f"{len(failed)} pairs can't be compared; the first is {failed[0]}")
    measured = measured_of(options, data, knowledge)
    output.answer({**_as_json(result), **measured.parts}, _in_words(result))
    if options.report:
        trained = _trained_heads(data, knowledge, str(options.images))
        sections = verification_sections(result, knowledge.head, trained)
        sections += files_section("Pairs that can't be compared", failed)
        write(options, _TITLE, sections, measured)
    return 0


def _photos_of(folds: "Sequence[Fold]") -> "list[LabelledPhoto]":
    """Return the photos that pairs name, each once; whose they are is the name of the folder."""
    from facedesk.capture.labelled_photos import LabelledPhoto

    paths = {path for fold in folds for pair in fold for path in (pair.first, pair.second)}
    return [LabelledPhoto(path, path.parent.name) for path in sorted(paths)]


def _trained_heads(
    data: "EncodedDataSet", knowledge: "Knowledge", name: str
) -> "tuple[TrainedHead, ...]":
    from facedesk.evaluation.train_heads import FEWEST_PEOPLE, train_heads

    if len(set(data.persons)) < FEWEST_PEOPLE:
        return ()
    return train_heads(data.vectors, data.persons, knowledge.cohort, name, date.today())


def _by_group(
    options: argparse.Namespace,
    data: "EncodedDataSet",
    groups: dict[str, list[int]],
    knowledge: "Knowledge",
) -> "Iterator[GroupRate]":
    from facedesk.evaluation.by_group import false_accepts

    for far in options.far:
        yield from false_accepts(data.vectors, groups, knowledge.cohort, knowledge.calibration, far)


def _as_json(result: "VerificationResult") -> dict[str, object]:
    by = {
        way: {"accuracy": each.accuracy, "std": each.std, "tar": each.tar}
        for way, each in result.by.items()
    }
    return {
        "pairs": result.pairs,
        "folds": result.folds,
        **by["score"],
        "by": by,
        "calibration_error": result.reliability.error,
        "failures": len(result.failures),
        "failed": [_names(pair) for pair in result.failures],
    }


def _names(pair: "Pair") -> list[str]:
    return [str(pair.first), str(pair.second)]


def _in_words(result: "VerificationResult") -> str:
    tar = ", ".join(f"{value:.4f} at FAR {far}" for far, value in result.score.tar.items())
    return (
        f"{result.pairs} pairs in {result.folds} folds: accuracy {result.score.accuracy:.4f} "
        f"± {result.score.std:.4f}; TAR {tar}; {len(result.failures)} pairs can't be compared"
    )
