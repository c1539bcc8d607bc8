"""Reads the faces that `facedesk train` learns from, and those that it is judged by."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.data_set import report
from facedesk.commands.output import Output
from facedesk.paths import default_paths, prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facedesk.capture.labelled_photos import LabelledPhoto
    from facedesk.encoder.models import Models
    from facedesk.training.face_set import FaceSet
    from facedesk.training.training_settings import TrainingSettings

_FEWEST_JUDGED = 4  # people with several photos in a folder of its own


def split_faces(
    options: argparse.Namespace, settings: "TrainingSettings", models: "Models"
) -> "tuple[FaceSet, FaceSet | None]":
    """Return whom to learn from and whom to judge by; nobody is both."""
    from facedesk.training.face_set import check_trainable
    from facedesk.training.split import split

    faces = faces_of(options, models)
    if options.validate:
        judged = _people_in(options, options.validate, models)
        if len(judged.several) < _FEWEST_JUDGED:
            raise errors.TooFewPeople(found=len(judged.several), needed=_FEWEST_JUDGED)
        if options.unlabelled:
            return faces, judged
        faces = faces.of(set(faces.names) - set(judged.names))
        check_trainable(faces)
        return faces, judged
    if options.unlabelled:
        return faces, None
    faces, judged = split(faces, settings.validation, settings.seed)
    if judged is None:
        Output(options).note("too few people have several photos to keep some for validation")
    return faces, judged


def faces_of(options: argparse.Namespace, models: "Models") -> "FaceSet":
    """Read the faces to learn from; those of --unlabelled are each of somebody of their own."""
    from facedesk.capture.labelled_photos import photos_of_strangers

    if options.images:
        return _people_in(options, options.images, models)
    photos = [photo for folder in options.unlabelled for photo in photos_of_strangers(folder)]
    faces = _read(options, photos, models)
    Output(options).note(
        f"{len(faces.photos)} photos without a name can be used, {len(faces.unusable)} can't"
    )
    return faces


def _people_in(options: argparse.Namespace, folder: Path, models: "Models") -> "FaceSet":
    """Read the faces of FOLDER/PERSON/*.jpg."""
    from facedesk.capture.labelled_photos import labelled_photos

    faces = _read(options, labelled_photos(folder), models)
    Output(options).note(
        f"{len(faces.photos)} photos of {len(faces.names)} people can be used, "
        f"{len(faces.several)} of them have several; {len(faces.unusable)} photos can't"
    )
    return faces


def _read(
    options: argparse.Namespace, photos: "Sequence[LabelledPhoto]", models: "Models"
) -> "FaceSet":
    """Read faces with progress and a report of what can't be used."""
    from facedesk.training.face_set import read_faces

    places = default_paths(options.data_dir)
    prepare(places)
    faces = read_faces(photos, models, places.chips, report)
    for each in faces.unusable:
        Output(options).note(f"{each.path}: {each.error.text}")
    return faces
