"""facedesk calibrate --images FOLDER --name NAME, with --use or --out FILE."""

import argparse
from pathlib import Path

from facedesk.commands.data_set import add_data_set_options, cache_of, report
from facedesk.commands.output import Output, add_json_option, check_writable, write_file
from facedesk.commands.store import calibrations_of, parts_of

HELP = "measure which score strangers reach how often, on a folder of people"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_data_set_options(parser)
    parser.add_argument("--name", required=True, help="the data set's name, kept with the table")
    kept = parser.add_mutually_exclusive_group(required=True)
    kept.add_argument(
        "--use",
        action="store_true",
        help="decide by it from the next start on, until the Settings page goes back",
    )
    kept.add_argument("--out", type=Path, metavar="FILE", help="write it to this .json file")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Compare the photos of everyone, and keep the table."""
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.evaluation.measure import measure
    from facedesk.matching.thresholds import (
        calibration_file,
        keep_own_calibration,
        save_calibration,
    )

    if options.out:
        check_writable(options.out)
    photos = labelled_photos(options.images, options.part)
    models, knowledge = parts_of(options)
    cache = cache_of(options)
    table = measure(photos, options.name, models, knowledge.cohort, cache, report).calibration
    if options.out:
        write_file(options.out, save_calibration(table).encode())
    else:
        keep_own_calibration(table, calibrations_of(options))
    file = options.out or calibration_file(calibrations_of(options), table.encoder_id)
    Output(options).answer(
        {"people": table.people, "pairs": table.pairs, "file": str(file)},
        f"{table.pairs} pairs of {table.people} people, written to {file}",
    )
    return 0
