"""facedesk train --images FOLDER --out FOLDER."""

import argparse
import dataclasses
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.data_set import report
from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option, draw_picture
from facedesk.commands.training_options import add_training_options
from facedesk.commands.training_words import TrainingOutput
from facedesk.paths import default_paths, prepare

if TYPE_CHECKING:
    from facedesk.encoder.models import Models
    from facedesk.training.face_set import FaceSet
    from facedesk.training.preparing import Prepared
    from facedesk.training.training_settings import TrainingSettings

HELP = "train the encoder on a folder of people (FOLDER/PERSON/*.jpg)"
_FEWEST_JUDGED = 4  # people with several photos in a folder of its own


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

    draw_picture(
        options, contact_sheet(_faces(options, options.images, load_models()), options.seed)
    )
    return 0


def _settings(options: argparse.Namespace) -> "TrainingSettings":
    """Return the settings, and find out early whether a training can begin in the folder."""
    from facedesk.training.facts import checkpoint_file, read_facts
    from facedesk.training.training_settings import (
        Start,
        TrainingSettings,
        settings_from_json,
        usual_keep,
    )

    if options.resume:
        return read_facts(options.out).settings
    if checkpoint_file(options.out).exists():
        raise errors.TrainingThere(path=options.out)
    names = [field.name for field in dataclasses.fields(TrainingSettings)]
    said = {name: getattr(options, name) for name in names if hasattr(options, name)}
    if said["keep"] is None:
        said["keep"] = usual_keep(Start(options.start))
    return settings_from_json(said)


def _prepared(options: argparse.Namespace, settings: "TrainingSettings") -> "Prepared":
    """Read the photos, split the people, and find out how long it takes."""
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.validation import validate
    from facedesk.training.preparing import EPOCHS, Length, prepare, prepare_to_go_on
    from facedesk.training.task import TrainingTask

    faces, held_out = _split(options, settings, load_models())
    task = TrainingTask(faces, held_out, validate, settings, options.images, options.out)
    if options.resume:
        return prepare_to_go_on(task)
    return prepare(task, Length(options.epochs or EPOCHS, options.minutes))


def _split(
    options: argparse.Namespace, settings: "TrainingSettings", models: "Models"
) -> "tuple[FaceSet, FaceSet | None]":
    """Return whom to learn from and whom to judge by; nobody is both."""
    from facedesk.training.face_set import check_trainable
    from facedesk.training.split import split

    faces = _faces(options, options.images, models)
    if options.validate is None:
        faces, held_out = split(faces, settings.validation, settings.seed)
        if held_out is None:
            Output(options).note("too few people have several photos to keep some for validation")
        return faces, held_out
    held_out = _faces(options, options.validate, models)
    if len(held_out.several) < _FEWEST_JUDGED:
        raise errors.TooFewPeople(found=len(held_out.several), needed=_FEWEST_JUDGED)
    faces = faces.of(set(faces.names) - set(held_out.names))
    check_trainable(faces)
    return faces, held_out


def _faces(options: argparse.Namespace, folder: Path, models: "Models") -> "FaceSet":
    """Read the faces of a folder, with progress and a report of what can't be used."""
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.training.face_set import read_faces

    places = default_paths(options.data_dir)
    prepare(places)
    faces = read_faces(labelled_photos(folder), models, places.chips, report)
    output = Output(options)
    output.note(
        f"{len(faces.photos)} photos of {len(faces.names)} people can be used, "
        f"{len(faces.several)} of them have several; {len(faces.unusable)} photos can't"
    )
    for each in faces.unusable:
        output.note(f"{each.path}: {each.error.text}")
    return faces
