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
    jobs = parser.add_subparsers(title="jobs", metavar="JOB", required=True)
    for name, module in _JOBS.items():
        job = jobs.add_parser(name, help=module.HELP, description=module.HELP)
        module.configure(job)
        job.set_defaults(job=module.run)


def run(options: argparse.Namespace) -> int:
    """Do the job that was asked for."""
    return options.job(options)
