"""facedesk models download NAME."""

import argparse

from facedesk.commands.download_progress import DownloadProgress, what_is_fetched
from facedesk.commands.output import Output, add_json_option
from facedesk.downloads.optional_models import OPTIONAL_MODELS
from facedesk.paths import default_paths, prepare

HELP = "fetch a model from the internet, check it, and register it"
_BY_NAME = {model.name.lower(): model for model in OPTIONAL_MODELS}


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
    output.note(what_is_fetched(wanted))
    progress = DownloadProgress(wanted)
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
