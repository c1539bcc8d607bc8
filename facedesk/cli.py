"""The command line: one sub-command per job, the window without one."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from facedesk import __version__, errors, paths

# In the order of --help. Each names a module of facedesk.commands.
_COMMANDS = (
    "enroll",
    "people",
    "remove",
    "export",
    "import_",
    "check",
    "repair",
    "protect",
    "identify",
    "verify",
    "watch",
    "liveness",
    "sightings",
    "models",
    "insight",
    "style",
    "doctor",
    "bench",
    "evaluate",
    "calibrate",
    "make_projection",
    "make_cohort",
    "train",
    "train_curves",
    "train_head",
    "train_perceptual",
    "train_liveness",
    "install_desktop_entry",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run facedesk and return the exit status: 0 done, 1 no or refused, 2 wrong use."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(words, argparse.Namespace(words=words))
    try:
        return options.run(options)
    except errors.FacedeskError as error:
        sys.stderr.write(f"facedesk: {error.text}\n")
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # Whoever read the output has gone; Python must not complain again when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="facedesk",
        description="Knows who is in front of the webcam from one enrolled photo per person, "
        "entirely on this computer. Without a command, the window opens.",
        epilog="Exit status: 0 done; 1 no, or refused; 2 wrong use.",
    )
    parser.add_argument("--version", action="version", version=f"facedesk {__version__}")
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="FOLDER",
        help="keep all data in this folder (default: FACEDESK_HOME, else the user's data folder)",
    )
    parser.add_argument(
        "--source",
        metavar="SOURCE",
        help="what the window shows first: a camera's name or number, a file, a folder, an address",
    )
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name in _COMMANDS:
        module = import_module(f"facedesk.commands.{name}")
        command = commands.add_parser(
            name.rstrip("_").replace("_", "-"), help=module.HELP, description=module.HELP
        )
        module.configure(command)
        command.set_defaults(run=module.run)
    return parser


def _open_window(options: argparse.Namespace) -> int:
    from facedesk.capture.source import parse_source
    from facedesk.ui.app import run

    source = parse_source(options.source) if options.source else None
    return run(paths.default_paths(options.data_dir), source)
