"""facedesk insight JOB."""

import argparse

from facedesk.commands import insight_layers, insight_map, insight_patches, insight_why

HELP = "what the encoder has learned, why two faces match, and who is near whom"
_JOBS = {
    "layers": insight_layers,
    "patches": insight_patches,
    "why": insight_why,
    "map": insight_map,
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
