"""facedesk train-curves --images FOLDER --validate FOLDER --out FOLDER."""

import argparse
import dataclasses
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.commands.arguments import count
from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.training_curves import write_curves
from facedesk.commands.training_faces import split_faces
from facedesk.commands.training_options import SELECTIONS, add_settings, settings_said
from facedesk.errors import Collapsed, OutOfHand

if TYPE_CHECKING:
    from facedesk.training.learning_curve import CurvePoint
    from facedesk.training.task import TrainingTask

HELP = "train with each way of choosing triplets, and draw how good that is after which time"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add = parser.add_argument
    required = {"type": Path, "required": True, "metavar": "FOLDER"}
    add("--images", help="one folder per person", **required)
    add("--validate", help="judge by all people in this folder", **required)
    add("--out", help="for the page with the curves, and a folder for each training", **required)
    add(
        "--selection",
        dest="selections",
        choices=SELECTIONS,
        nargs="+",
        default=SELECTIONS,
        help="ways of choosing triplets (all)",
    )
    add("--epochs", type=count, default=10, metavar="N", help="how often everyone is seen (10)")
    add_settings(parser)
    add_json_option(parser)
    parser.set_defaults(unlabelled=None)


def run(options: argparse.Namespace) -> int:
    """Train equally long with each selection, and print a line for each validation."""
    output, curves = Output(options), {}
    with stopped_by_ctrl_c() as stopped:
        for task in _tasks(options):
            name = task.settings.selection.value
            try:
                for point in _points(options, task, stopped.is_set):
                    curves.setdefault(name, []).append(point)
                    said = {"selection": name, **dataclasses.asdict(point)}
                    output.answer(said, _words(name, point))
            except (Collapsed, OutOfHand) as error:  # a finding, too; the others go on
                output.note(f"{name}: {error}")
            if stopped.is_set():
                break
    if curves:
        file = write_curves(options.out, curves, _command(options))
        output.note(f"the curves are in {file}")
    return 0


def _tasks(options: argparse.Namespace) -> "Iterator[TrainingTask]":
    """Yield what is to be trained, the faces being the same."""
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.validation import validate
    from facedesk.training.task import TrainingTask

    each = [settings_said(options, selection=selection) for selection in options.selections]
    faces, judged = split_faces(options, each[0], load_models())
    for settings in each:
        folder = options.out / settings.selection.value
        yield TrainingTask(faces, judged, validate, settings, options.images, folder)


def _points(
    options: argparse.Namespace, task: "TrainingTask", stopped: Callable[[], bool]
) -> "Iterator[CurvePoint]":
    from facedesk.training.learning_curve import curve_points
    from facedesk.training.preparing import Length, prepare

    prepared = prepare(task, Length(options.epochs))
    return curve_points(prepared.run(f"`{_command(options)}`", stopped))


def _command(options: argparse.Namespace) -> str:
    return shlex.join(["facedesk", *map(str, options.words)])


def _words(name: str, point: "CurvePoint") -> str:
    found = ", ".join(f"{value:.3f} with {people} people" for people, value in point.dir.items())
    taught = (
        "" if point.active is None else f"; {point.active:.0%} of the triplets taught something"
    )
    minutes = point.seconds / 60
    return f"{name}, step {point.step}, {minutes:.1f} min: DIR at FPIR 1 % {found}{taught}"
