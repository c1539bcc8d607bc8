"""facedesk make-cohort --images FOLDER… --name NAME --out FILE."""

import argparse
from pathlib import Path

from facedesk import errors
from facedesk.commands.data_set import add_photo_options, features_of_photos
from facedesk.commands.output import Output, add_json_option, check_writable, write_file

HELP = "sum up folders of strangers' photos into the statistics that normalise scores"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_photo_options(parser)
    parser.add_argument("--name", required=True, help="the data set's name, kept with the figures")
    parser.add_argument("--out", type=Path, required=True, help="the .npz file to write")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Encode the main face of every photo and write the cohort."""
    from facedesk.encoder.models import load_models
    from facedesk.matching.cohort import cohort_of, save_cohort

    check_writable(options.out)
    models = load_models()
    features = features_of_photos(options, models)
    if len(features) < 2:
        raise errors.TooFewPeople(found=len(features), needed=2)
    vectors = [models.encoder.combine(each[None])[0] for each in features]
    cohort = cohort_of(vectors, models.encoder.id, options.name)
    write_file(options.out, save_cohort(cohort))
    Output(options).answer(
        {"faces": len(vectors), "parts": len(cohort.weights), "file": str(options.out)},
        f"{len(vectors)} faces, {len(cohort.weights)} parts, written to {options.out}",
    )
    return 0
