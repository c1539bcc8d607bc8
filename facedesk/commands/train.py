"""facedesk train --images FOLDER --out FOLDER."""

import argparse
import shlex
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import add_json_option, draw_picture
from facedesk.commands.training_faces import faces_of, split_faces
from facedesk.commands.training_options import add_training_options, settings_said
from facedesk.commands.training_words import TrainingOutput

if TYPE_CHECKING:
    from facedesk.training.preparing import Prepared
    from facedesk.training.training_settings import TrainingSettings

HELP = "train the encoder on a folder of people (FOLDER/PERSON/*.jpg)"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_training_options(parser)
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Train, with progress on stderr; Ctrl+C saves and ends."""
    if options.contact_sheet:
        return _draw_sheet(options)
    prepared = _prepared(options, _settings(options))
    output = TrainingOutput(options)
    output.plan(prepared.plan)
    if options.dry_run:
        return 0
    command = shlex.join(["facedesk", *map(str, options.words)])
    with stopped_by_ctrl_c() as stopped:
        for progress in prepared.run(f"`{command}`", stopped.is_set):
            output.progress(progress)
    return 0


def _draw_sheet(options: argparse.Namespace) -> int:
    from facedesk.encoder.models import load_models
    from facedesk.training.contact_sheet import contact_sheet

    faces = faces_of(options, load_models())
    draw_picture(options, contact_sheet(faces, options.seed))
    return 0


def _settings(options: argparse.Namespace) -> "TrainingSettings":
    """Return the settings, and find out early whether a training can begin in the folder."""
    from facedesk.training.facts import checkpoint_file, read_facts

    if options.resume:
        return read_facts(options.out).settings
    if checkpoint_file(options.out).exists():
        raise errors.TrainingThere(path=options.out)
    return settings_said(options)


def _prepared(options: argparse.Namespace, settings: "TrainingSettings") -> "Prepared":
    """Read the photos, split the people, and find out how long it takes."""
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.validation import validate
    from facedesk.training.preparing import EPOCHS, Length, prepare, prepare_to_go_on
    from facedesk.training.task import TrainingTask

    faces, held_out = split_faces(options, settings, load_models())
    images = options.images or options.unlabelled[0]
    task = TrainingTask(faces, held_out, validate, settings, images, options.out)
    if options.resume:
        return prepare_to_go_on(task)
    return prepare(task, Length(options.epochs or EPOCHS, options.minutes))
