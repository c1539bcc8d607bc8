"""facedesk evaluate PROTOCOL."""

import argparse

from facedesk.commands import evaluate_liveness, evaluate_openset, evaluate_verification
from facedesk.commands.jobs import add_jobs, run_job

HELP = "measure what the answers are worth on a folder of people (FOLDER/PERSON/*.jpg)"
_PROTOCOLS = {
    "openset": evaluate_openset,
    "verification": evaluate_verification,
    "liveness": evaluate_liveness,
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add a sub-command for each protocol."""
    add_jobs(parser, _PROTOCOLS, "protocol")


run = run_job
