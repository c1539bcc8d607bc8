"""facedesk models JOB."""

import argparse

from facedesk.commands import (
    models_add,
    models_download,
    models_list,
    models_measure,
    models_remove,
    models_use,
)
from facedesk.commands.jobs import add_jobs, run_job

HELP = "the encoders and detectors to choose from: list, add, measure, use, remove, download"
_JOBS = {
    "list": models_list,
    "add": models_add,
    "measure": models_measure,
    "use": models_use,
    "remove": models_remove,
    "download": models_download,
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add a sub-command for each job."""
    add_jobs(parser, _JOBS, "job")


run = run_job
