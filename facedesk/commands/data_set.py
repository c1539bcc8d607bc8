"""Reads a data set of people for the commands that measure."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors, paths

if TYPE_CHECKING:
    import numpy as np

    from facedesk.encoder.models import Models
    from facedesk.evaluation.labelled_photos import Part


@dataclass(frozen=True)
class EncodedDataSet:
    """vectors: unit, float32 (N, D), of the photos with a face; persons: whose, (N,)."""

    vectors: "np.ndarray"
    persons: tuple[str, ...]


def add_data_set_options(parser: argparse.ArgumentParser) -> None:
    """Add --images and --part to a command."""
    parser.add_argument(
        "--images", type=Path, required=True, metavar="FOLDER", help="one folder per person"
    )
    parser.add_argument(
        "--part",
        type=_part,
        default="1/1",
        metavar="I/N",
        help="only part I of N, people split by their names",
    )


def encoded_data_set(options: argparse.Namespace, models: "Models") -> EncodedDataSet:
    """Encode the data set, with progress on stderr. Raises FolderEmpty, TooFewPeople."""
    import numpy as np

    from facedesk.evaluation.encodings import encode_main_faces
    from facedesk.evaluation.labelled_photos import labelled_photos

    photos = labelled_photos(options.images, options.part)
    cache = paths.default_paths(options.data_dir).cache / "encodings"
    kept = []
    encoded = encode_main_faces([photo.path for photo in photos], models, cache)
    for done, (photo, vector) in enumerate(zip(photos, encoded, strict=True), start=1):
        if vector is not None:
            kept.append((photo.person, vector))
        report(done, len(photos))
    if not kept:
        raise errors.TooFewPeople(found=0, needed=2)
    persons, vectors = zip(*kept, strict=True)
    return EncodedDataSet(np.stack(vectors), persons)


def _part(text: str) -> "Part":
    """Read --part; the ValueError of a wrong one becomes argparse's message."""
    from facedesk.evaluation.labelled_photos import parse_part

    return parse_part(text)


def report(done: int, total: int) -> None:
    """Show how far an encoding is, on one line of stderr."""
    if done % 50 == 0 or done == total:
        sys.stderr.write(f"\r{done} of {total} photos" + ("\n" if done == total else ""))
        sys.stderr.flush()
