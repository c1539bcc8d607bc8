"""Reads a data set of people for the commands that measure."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import paths

if TYPE_CHECKING:
    import numpy as np

    from facedesk.capture.labelled_photos import Part
    from facedesk.encoder.models import Models
    from facedesk.evaluation.data_set import EncodedDataSet


def add_data_set_options(parser: argparse.ArgumentParser) -> None:
    """Add --images and --part to a command."""
    parser.add_argument(
        "--images", type=Path, required=True, metavar="FOLDER", help="one folder per person"
    )
    parser.add_argument(
        "--part",
        type=people_part,
        default="1/1",
        metavar="I/N",
        help="only part I of N, people split by their names",
    )


def add_photo_options(parser: argparse.ArgumentParser) -> None:
    """Add --images to a command for which it does not matter whose photos they are."""
    parser.add_argument(
        "--images",
        type=Path,
        nargs="+",
        required=True,
        metavar="FOLDER",
        help="folders of photos, or of folders of photos",
    )


def features_of_photos(options: argparse.Namespace, models: "Models") -> "list[np.ndarray]":
    """Look at the main face of every photo: each (1, 2, F). Progress on stderr.

    One alignment is enough for sums over thousands of people. Raises FolderEmpty.
    """
    from facedesk.capture.labelled_photos import photos_below
    from facedesk.evaluation.encodings import features_of_main_faces

    photos = [photo for folder in options.images for photo in photos_below(folder)]
    found = features_of_main_faces(photos, models, cache_of(options), views=1)
    kept = []
    for done, features in enumerate(found, start=1):
        if features is not None:
            kept.append(features)
        report(done, len(photos))
    return kept


def encoded_data_set(
    options: argparse.Namespace, models: "Models", part: "Part | None" = None
) -> "EncodedDataSet":
    """Encode the data set, with progress on stderr. Raises FolderEmpty, TooFewPeople.

    part: of the people, instead of --part.
    """
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.evaluation.data_set import encode_data_set

    photos = labelled_photos(options.images, part or options.part)
    return encode_data_set(photos, models, cache_of(options), report)


def cache_of(options: argparse.Namespace) -> Path:
    """Return the folder that makes a second run quick. Raises FolderNotWritable."""
    places = paths.default_paths(options.data_dir)
    paths.prepare(places)
    return places.encodings


def people_part(text: str) -> "Part":
    """Read I/N; the ValueError of a wrong one becomes argparse's message."""
    from facedesk.capture.labelled_photos import parse_part

    return parse_part(text)


def report(done: int, total: int, what: str = "photos") -> None:
    """Show how far an encoding is, on one line of stderr."""
    if done % 50 == 0 or done == total:
        sys.stderr.write(f"\r{done} of {total} {what}" + ("\n" if done == total else ""))
        sys.stderr.flush()
