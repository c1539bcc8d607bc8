"""facedesk train --images FOLDER --out FOLDER."""

import argparse
import dataclasses
import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.data_set import report
from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option, check_writable
from facedesk.commands.training_options import EPOCHS, KEEP, add_training_options
from facedesk.commands.training_words import TrainingOutput
from facedesk.paths import default_paths, prepare

if TYPE_CHECKING:
    from facedesk.encoder.models import Models
    from facedesk.training.face_set import FaceSet
    from facedesk.training.task import TrainingTask
    from facedesk.training.trainer import Trainer
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
    settings = _settings(options)
    task, trainer = _prepared(options, settings)
    steps = _begun(options, task, trainer)
    if not options.dry_run:
        _train(options, task, trainer, steps)
    return 0


def _draw_sheet(options: argparse.Namespace) -> int:
    from facedesk.encoder.models import load_models
    from facedesk.training.contact_sheet import contact_sheet

    check_writable(options.contact_sheet)
    sheet = contact_sheet(_faces(options, options.images, load_models()), options.seed)
    try:
        sheet.save(options.contact_sheet)
    except (OSError, ValueError) as error:  # ValueError: not the name of a picture
        raise errors.FileNotWritten(path=options.contact_sheet) from error
    Output(options).answer(
        {"file": str(options.contact_sheet)}, f"drawn to {options.contact_sheet}"
    )
    return 0


def _settings(options: argparse.Namespace) -> "TrainingSettings":
    """Return the settings, and find out early whether a training can begin in the folder."""
    from facedesk.training.checkpoint import checkpoint_file, load_checkpoint
    from facedesk.training.training_settings import TrainingSettings, settings_from_json

    if options.resume:
        return settings_from_json(load_checkpoint(options.out).facts["settings"])
    if checkpoint_file(options.out).exists():
        raise errors.TrainingThere(path=options.out)
    names = [field.name for field in dataclasses.fields(TrainingSettings)]
    said = {name: getattr(options, name) for name in names if hasattr(options, name)}
    if said["keep"] is None:
        said["keep"] = 0.0 if options.start == "nothing" else KEEP
    return settings_from_json(said)


def _prepared(
    options: argparse.Namespace, settings: "TrainingSettings"
) -> "tuple[TrainingTask, Trainer]":
    """Read the photos, split the people and load the network to begin with."""
    from facedesk.device import best_device
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.validation import validate
    from facedesk.training.network import starting_network
    from facedesk.training.task import TrainingTask
    from facedesk.training.trainer import Trainer

    faces, held_out = _split(options, settings, load_models())
    task = TrainingTask(faces, held_out, validate, settings, options.out)
    return task, Trainer(task, starting_network(settings.start, settings.seed), best_device())


def _split(
    options: argparse.Namespace, settings: "TrainingSettings", models: "Models"
) -> "tuple[FaceSet, FaceSet | None]":
    """Return whom to learn from and whom to judge by; nobody is both."""
    from facedesk.training.face_set import check_trainable
    from facedesk.training.split import split

    faces = _faces(options, options.images, models)
    if options.validate is None:
        check_trainable(faces)
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


def _begun(options: argparse.Namespace, task: "TrainingTask", trainer: "Trainer") -> int:
    """Say what will be done, and return the number of steps in all."""
    from facedesk.training.plan import measure_pace, plan_of, steps_within

    if options.resume:
        trainer.resume()
    pace = measure_pace(task, trainer)
    if options.resume:
        steps = trainer.learner.steps
    elif options.minutes:
        steps = steps_within(options.minutes, task, trainer, pace)
    else:
        steps = (options.epochs or EPOCHS) * trainer.sampler.steps_per_epoch
    TrainingOutput(options).plan(plan_of(task, trainer, steps, pace))
    return steps


def _train(
    options: argparse.Namespace, task: "TrainingTask", trainer: "Trainer", steps: int
) -> None:
    from facedesk.training.checkpoint import write_kept
    from facedesk.training.model_card import CARD_FILE, model_card
    from facedesk.training.progress import Ended

    output = TrainingOutput(options)
    if not options.resume:
        trainer.begin(steps)
    with stopped_by_ctrl_c() as stopped:
        for progress in trainer.run(stopped.is_set):
            if isinstance(progress, Ended):
                command = shlex.join(["facedesk", *map(str, options.words)])
                card = model_card(task, progress, options.images, command, date.today())
                write_kept(options.out / CARD_FILE, card.encode())
            output.progress(progress)
