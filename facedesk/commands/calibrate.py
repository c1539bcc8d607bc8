"""facedesk calibrate --images FOLDER --out FILE."""

import argparse
from datetime import date
from pathlib import Path

from facedesk.commands.data_set import add_data_set_options, encoded_data_set
from facedesk.commands.output import Output, add_json_option, check_writable, write_file

HELP = "measure which score strangers reach how often, on a folder of people"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_data_set_options(parser)
    parser.add_argument("--name", required=True, help="the data set's name, kept with the table")
    parser.add_argument("--out", type=Path, required=True, help="the .json file to write")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Compare the photos of everyone, and write the table."""
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.calibrate import calibrate
    from facedesk.matching.cohort import load_cohort
    from facedesk.matching.thresholds import save_calibration

    check_writable(options.out)
    models = load_models()
    data = encoded_data_set(options, models)
    cohort = load_cohort(models.encoder.id)
    table = calibrate(data.vectors, data.persons, cohort, options.name, date.today())
    write_file(options.out, save_calibration(table).encode())
    Output(options).answer(
        {"people": table.people, "pairs": table.pairs, "file": str(options.out)},
        f"{table.pairs} pairs of {table.people} people, written to {options.out}",
    )
    return 0
