"""facedesk train-liveness NETWORK."""

import argparse

from facedesk.commands import train_liveness_clip, train_liveness_signals
from facedesk.commands.jobs import add_jobs, run_job

HELP = "teach the networks that tell a living face from a picture of one"
_NETWORKS = {"clip": train_liveness_clip, "signals": train_liveness_signals}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add a sub-command for each network."""
    add_jobs(parser, _NETWORKS, "network")


run = run_job
