"""What the commands that evaluate have in common: options, encoding, groups and the report."""

import argparse
import dataclasses
import os
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.arguments import count
from facedesk.commands.data_set import add_data_set_options, cache_of, report
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import choice_of
from facedesk.encoder.registry import registered_model, replace_model

if TYPE_CHECKING:
    from facedesk.capture.labelled_photos import LabelledPhoto
    from facedesk.encoder.models import Models
    from facedesk.evaluation.by_group import GroupRate
    from facedesk.evaluation.data_set import EncodedDataSet
    from facedesk.evaluation.measured import Measured
    from facedesk.evaluation.report import Section
    from facedesk.live.knowledge import Knowledge


_BY_GROUP = (
    "--by-group",
    "only the mistakes within groups: FOLDER/GROUP/PERSON/*.jpg, or files named "
    "AGE_GENDER_RACE_date.jpg, each of them a person of its own",
)


def add_evaluation_options(parser: argparse.ArgumentParser, *kinds: tuple[str, str]) -> None:
    """Add what all protocols take. kinds: flags and their help; they exclude each other."""
    add_data_set_options(parser)
    chosen = parser.add_mutually_exclusive_group()
    for flag, meaning in (_BY_GROUP, *kinds):
        chosen.add_argument(flag, action="store_true", help=meaning)
    parser.add_argument(
        "--most",
        type=count,
        default=1000,
        metavar="N",
        help="people per group, drawn with a fixed seed (1000)",
    )
    parser.add_argument(
        "--encoder",
        nargs="+",
        metavar="MODEL",
        help="encoders to measure one after the other, by id or name (the one in use)",
    )
    parser.add_argument(
        "--detector", metavar="MODEL", help="the detector to find faces with (the one in use)"
    )
    parser.add_argument(
        "--report", type=Path, metavar="FOLDER", help="write a page with tables and plots there"
    )
    add_json_option(parser)


def for_each_encoder(
    options: argparse.Namespace, measure: "Callable[[Models, Knowledge], int]"
) -> int:
    """Measure every encoder that was asked for; each report has a folder of its own.

    Returns the worst of what measure returns. Raises ModelError, WeightsError, ResourceMissing.
    """
    from facedesk.live.loading import load_parts

    # Decisions are measured as they were shipped, not as the user has calibrated them.
    choice = dataclasses.replace(choice_of(options), calibrations=None)
    detector = options.detector or choice.detector
    choice = replace_model(choice, registered_model(choice.models, detector, "detector"))
    encoders = [
        registered_model(choice.models, wanted, "encoder")
        for wanted in options.encoder or [choice.encoder]
    ]
    report_folder, results = options.report, []
    for encoder in encoders:
        if len(encoders) > 1:
            Output(options).note(f"encoder {encoder.id}: {encoder.name}")
            options.report = report_folder and report_folder / encoder.id
            check_report_folder(options)
        results.append(measure(*load_parts(replace_model(choice, encoder))))
    return max(results)


def check_report_folder(options: argparse.Namespace) -> None:
    """Find out before a long job whether its report can be written. Raises FileNotWritten."""
    if options.report is None:
        return
    try:
        options.report.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise errors.FileNotWritten(path=options.report) from error
    if not os.access(options.report, os.W_OK):
        raise errors.FileNotWritten(path=options.report)


def encoded(
    photos: "Sequence[LabelledPhoto]",
    options: argparse.Namespace,
    models: "Models",
    degraded: bool = False,
) -> "EncodedDataSet":
    """Encode photos with progress on stderr, and say how many can't be used.

    degraded: as a webcam would show them.
    """
    from facedesk.evaluation.data_set import encode_data_set

    data = encode_data_set(photos, models, cache_of(options), report, degraded)
    if data.failures:
        Output(options).note(
            f"{len(data.failures)} of {len(photos)} photos can't be read or show no face; "
            f"the first is {data.failures[0]}"
        )
    return data


def measured_of(
    options: argparse.Namespace, data: "EncodedDataSet", knowledge: "Knowledge"
) -> "Measured":
    """Return what is measured with what."""
    from facedesk.evaluation.measured import Measured

    return Measured(
        command=shlex.join(["facedesk", *map(str, options.words)]),
        folder=options.images,
        photos=len(data.photos),
        people=len(set(data.persons)),
        failures=data.failures,
        cohort=knowledge.cohort,
        calibration=knowledge.calibration,
        date=date.today().isoformat(),
    )


def write(
    options: argparse.Namespace, title: str, sections: "Sequence[Section]", measured: "Measured"
) -> None:
    """Write the report, if one is wanted, and say where it is."""
    from facedesk.evaluation.measured import files_section, section_of
    from facedesk.evaluation.report import write_report

    if options.report is None:
        return
    failures = files_section("Photos that can't be used", tuple(map(str, measured.failures)))
    file = write_report(options.report, title, [*sections, section_of(measured), *failures])
    Output(options).note(f"the report is {file}")


def groups_of(
    options: argparse.Namespace, models: "Models"
) -> "tuple[EncodedDataSet, dict[str, list[int]]]":
    """Encode samples of all groups: the data set, and its rows by group."""
    from facedesk.evaluation.groups import (
        grouped_photos,
        photos_of_samples,
        rows_of_samples,
        samples_of_groups,
    )

    samples = samples_of_groups(grouped_photos(options.images), options.most)
    data = encoded(photos_of_samples(samples), options, models)
    return data, rows_of_samples(samples, data.photos)


def answer_groups(
    options: argparse.Namespace,
    models: "Models",
    knowledge: "Knowledge",
    title: str,
    measure: "Callable[[EncodedDataSet, Mapping[str, list[int]], Knowledge], Iterator[GroupRate]]",
) -> int:
    """Measure by group, and print and report it; 1 when a group is too small."""
    from facedesk.evaluation.group_report import NOTES, group_sections

    output = Output(options)
    data, groups = groups_of(options, models)
    measured = measured_of(options, data, knowledge)
    rates = []
    for rate in measure(data, groups, knowledge):
        rates.append(rate)
        output.answer({**dataclasses.asdict(rate), **measured.parts}, _in_words(rate))
    left_out = groups.keys() - {rate.group for rate in rates}
    if left_out:
        output.note(f"too few people to measure: {', '.join(sorted(left_out))}")
    for note in NOTES if rates else ():
        output.note(note)
    write(options, title, group_sections(rates), measured)
    return 1 if left_out else 0


def _in_words(rate: "GroupRate") -> str:
    name = "FAR" if rate.people == 1 else f"FPIR with {rate.people} people"
    low, high = rate.interval
    ratio = "" if rate.ratio is None else f", {rate.ratio:.2f} times that of everyone"
    return (
        f"{rate.group}: {rate.photos} photos, {rate.pairs} pairs; {name} {rate.rate:.5f} "
        f"({low:.5f}…{high:.5f}) at the threshold for {rate.wanted:g}{ratio}"
    )
