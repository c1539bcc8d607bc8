"""facedesk evaluate openset --images FOLDER."""

import argparse
import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.arguments import count, rate
from facedesk.commands.evaluating import (
    add_evaluation_options,
    answer_groups,
    check_report_folder,
    encoded,
    for_each_encoder,
    measured_of,
    write,
)
from facedesk.commands.output import Output, draw_picture

if TYPE_CHECKING:
    from facedesk.capture.labelled_photos import LabelledPhoto
    from facedesk.encoder.models import Models
    from facedesk.evaluation.by_group import GroupRate
    from facedesk.evaluation.data_set import EncodedDataSet
    from facedesk.evaluation.openset import OpenSetResult
    from facedesk.evaluation.steps import StepResult
    from facedesk.live.knowledge import Knowledge

HELP = "who is enrolled is found, who is not is not named"
_TITLE = "facedesk: open-set recognition"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this protocol."""
    add_evaluation_options(
        parser,
        ("--steps", "also what each step from the network's output to the score is worth"),
        ("--degraded", "hold what a poor webcam would show against good photos, as enrolled"),
    )
    parser.add_argument("--gallery-size", type=count, nargs="+", default=[10, 100], metavar="N")
    parser.add_argument("--fpir", type=rate, nargs="+", default=[0.01, 0.001], metavar="RATE")
    parser.add_argument(
        "--repeats", type=count, default=10, metavar="R", help="draws per size (10)"
    )
    parser.add_argument(
        "--contact-sheet",
        type=Path,
        metavar="FILE",
        help="measure nothing, and draw what --degraded makes of some of the photos",
    )


def run(options: argparse.Namespace) -> int:
    """Print a line per gallery size; a size that can't be measured is said and passed over."""
    if options.contact_sheet:
        return _draw_sheet(options)
    check_report_folder(options)
    return for_each_encoder(options, lambda *parts: _measure(options, *parts))


def _measure(options: argparse.Namespace, models: "Models", knowledge: "Knowledge") -> int:
    """Measure one encoder."""
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.evaluation.openset import evaluate_open_set
    from facedesk.evaluation.openset_report import openset_sections
    from facedesk.evaluation.steps import evaluate_step, steps_of
    from facedesk.matching.thresholds import thresholds_for

    if options.by_group:
        title = f"{_TITLE} by group"
        return answer_groups(
            options, models, knowledge, title, lambda *parts: _by_group(options, *parts)
        )
    output = Output(options)
    photos = labelled_photos(options.images, options.part)
    data, probes = _encoded(photos, options, models)
    measured = measured_of(options, data, knowledge)
    results, steps, refused = [], [], []
    for size in options.gallery_size:
        thresholds = thresholds_for(knowledge.calibration, size)
        try:
            result = evaluate_open_set(
                data.vectors,
                data.persons,
                knowledge.cohort,
                thresholds,
                size,
                options.fpir,
                options.repeats,
                probes.vectors,
            )
        except (errors.TooFewPeople, errors.NobodyToCompare) as error:
            output.note(f"{size} people can't be measured. {error.text}")
            refused.append(size)
            continue
        results.append(result)
        line = {
            **_as_json(result),
            "degraded": options.degraded,
            "failures": len(data.failures),
            **measured.parts,
        }
        output.answer(line, _in_words(result))
        for step in (
            steps_of(data.features, models.encoder, knowledge.cohort) if options.steps else ()
        ):
            worth = evaluate_step(step, data.persons, size, options.fpir, options.repeats)
            steps.append(worth)
            output.answer(dataclasses.asdict(worth), _step_in_words(worth))
    title = f"{_TITLE} of what a webcam shows" if options.degraded else _TITLE
    write(options, title, openset_sections(results, steps), measured)
    return 1 if refused else 0


def _encoded(
    photos: "Sequence[LabelledPhoto]", options: argparse.Namespace, models: "Models"
) -> "tuple[EncodedDataSet, EncodedDataSet]":
    """Encode photos as they are enrolled, and as they are held against the gallery."""
    data = encoded(photos, options, models)
    if not options.degraded:
        return data, data
    probes = encoded(photos, options, models, degraded=True)
    return data.only(set(probes.photos)), probes.only(set(data.photos))


def _draw_sheet(options: argparse.Namespace) -> int:
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.webcam_sheet import webcam_sheet

    photos = labelled_photos(options.images, options.part)
    draw_picture(options, webcam_sheet([photo.path for photo in photos], load_models()))
    return 0


def _by_group(
    options: argparse.Namespace,
    data: "EncodedDataSet",
    groups: dict[str, list[int]],
    knowledge: "Knowledge",
) -> "Iterator[GroupRate]":
    from facedesk.evaluation.by_group import false_alarms
    from facedesk.matching.thresholds import DEFAULT_FPIR

    for size in options.gallery_size:
        yield from false_alarms(
            data.vectors,
            groups,
            knowledge.cohort,
            knowledge.calibration,
            size,
            DEFAULT_FPIR,
            options.repeats,
        )


def _as_json(result: "OpenSetResult") -> dict[str, object]:
    values = {field.name: getattr(result, field.name) for field in dataclasses.fields(result)}
    curve = {"fpir": result.curve.x.tolist(), "dir": result.curve.y.tolist()}
    return {**values, "curve": curve}


def _in_words(result: "OpenSetResult") -> str:
    found = ", ".join(
        "{:.3f} ({:.3f}…{:.3f}) at FPIR {}".format(value, *result.intervals[f"dir {fpir}"], fpir)
        for fpir, value in result.dir.items()
    )
    low, high = result.intervals["fpir_at_shipped_threshold"]
    return (
        f"{result.people} people: rank-1 {result.rank1:.3f}; DIR {found}; with the shipped "
        f"threshold {result.dir_at_shipped_threshold:.3f} found, "
        f"{result.wrong_at_shipped_threshold:.4f} given a wrong name, "
        f"{result.fpir_at_shipped_threshold:.4f} ({low:.4f}…{high:.4f}) of strangers named"
    )


def _step_in_words(worth: "StepResult") -> str:
    found = ", ".join(f"{value:.3f} at FPIR {fpir}" for fpir, value in worth.dir.items())
    return f"{worth.people} people, {worth.step}: rank-1 {worth.rank1:.3f}; DIR {found}"
