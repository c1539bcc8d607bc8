"""facedesk models download NAME."""

import argparse
import sys
import time

from facedesk.commands.output import Output, add_json_option
from facedesk.downloads.downloadable import Downloadable
from facedesk.downloads.optional_models import OPTIONAL_MODELS
from facedesk.paths import default_paths, prepare

HELP = "fetch a model from the internet, check it, and register it"
_BY_NAME = {model.name.lower(): model for model in OPTIONAL_MODELS}
_EVERY_S = 0.5  # more often is not read
_MEGABYTE = 1_000_000


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "name", metavar="NAME", type=str.lower, choices=tuple(_BY_NAME), help=" or ".join(_BY_NAME)
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Say what will be fetched from whom, fetch it, and register it."""
    from facedesk.encoder.downloaded_models import download_model

    wanted = _BY_NAME[options.name]
    places = default_paths(options.data_dir)
    prepare(places)
    output = Output(options)
    output.note(
        f"{wanted.name}, licence {wanted.licence}, {_megabytes(wanted.size)} from "
        f"{' or '.join(wanted.hosts)}; about it: {wanted.page}"
    )
    progress = _Progress(wanted)
    try:
        model = download_model(wanted, places, progress.show)
    except KeyboardInterrupt:
        progress.close()
        output.note("Stopped. What has come is kept; the next download goes on from there.")
        raise
    finally:
        progress.close()
    output.answer(
        {"model": model.id, "name": model.name, "kind": model.kind, "licence": model.licence},
        f"{model.name} is here, as {model.kind} {model.id}",
    )
    return 0


class _Progress:
    """One line on stderr that tells how much has come."""

    def __init__(self, wanted: Downloadable) -> None:
        self._all = _megabytes(wanted.size)
        self._told_at = 0.0
        self._open = False

    def show(self, done: int, total: int) -> None:
        """Tell it, now and then and at the end."""
        now = time.monotonic()
        if now - self._told_at >= _EVERY_S or done == total:
            self._told_at = now
            sys.stderr.write(f"\r{_megabytes(done)} of {self._all} ")
            sys.stderr.flush()
            self._open = True

    def close(self) -> None:
        """Let what follows begin on a line of its own."""
        if self._open:
            sys.stderr.write("\n")
            self._open = False


def _megabytes(count: int) -> str:
    return f"{count / _MEGABYTE:.1f} MB"
