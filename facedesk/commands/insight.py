"""facedesk insight JOB."""

import argparse

from facedesk.commands import insight_layers, insight_map, insight_patches, insight_why
from facedesk.commands.jobs import add_jobs, run_job

HELP = "what the encoder has learned, why two faces match, and who is near whom"
_JOBS = {
    "layers": insight_layers,
    "patches": insight_patches,
    "why": insight_why,
    "map": insight_map,
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add a sub-command for each job."""
    add_jobs(parser, _JOBS, "job")


run = run_job
