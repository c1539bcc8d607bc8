"""facedesk make-cohort --images FOLDER --out FILE."""

import argparse
from pathlib import Path

from facedesk import errors, paths
from facedesk.commands.data_set import report
from facedesk.commands.output import Output, add_json_option, check_writable, write_file

HELP = "sum up a folder of strangers' photos into the statistics that normalise scores"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--images", type=Path, required=True, help="the folder of photos")
    parser.add_argument("--name", required=True, help="the data set's name, kept with the figures")
    parser.add_argument("--out", type=Path, required=True, help="the .npz file to write")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Encode the main face of every photo and write mean and covariance."""
    from facedesk.capture.photo_file import photos_in
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.encodings import encode_main_faces
    from facedesk.matching.cohort import cohort_of, save_cohort

    output = Output(options)
    check_writable(options.out)
    photos = photos_in(options.images)
    models = load_models()
    cache = paths.default_paths(options.data_dir).cache / "encodings"
    vectors = []
    for done, vector in enumerate(encode_main_faces(photos, models, cache), start=1):
        if vector is not None:
            vectors.append(vector)
        report(done, len(photos))
    if len(vectors) < 2:
        raise errors.TooFewPeople(found=len(vectors), needed=2)
    cohort = cohort_of(vectors, models.encoder.id, options.name)
    write_file(options.out, save_cohort(cohort))
    output.answer(
        {"photos": len(photos), "faces": len(vectors), "file": str(options.out)},
        f"{len(vectors)} faces of {len(photos)} photos, written to {options.out}",
    )
    return 0
