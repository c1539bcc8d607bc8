"""A command that has several jobs, each a sub-command with a module of its own."""

import argparse
from collections.abc import Mapping
from types import ModuleType


def add_jobs(parser: argparse.ArgumentParser, jobs: Mapping[str, ModuleType], word: str) -> None:
    """Add a sub-command for each job. word: what such a job is called, such as "protocol"."""
    group = parser.add_subparsers(title=f"{word}s", metavar=word.upper(), required=True)
    for name, module in jobs.items():
        job = group.add_parser(name, help=module.HELP, description=module.HELP)
        module.configure(job)
        job.set_defaults(job=module.run)


def run_job(options: argparse.Namespace) -> int:
    """Do the job that was asked for."""
    return options.job(options)
