"""facedesk repair."""

import argparse
from typing import TYPE_CHECKING

from facedesk import paths
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import gallery_of, parts_of, settings_of
from facedesk.database_address import address_in_use

if TYPE_CHECKING:
    from facedesk.gallery.upkeep.repairing import Repair

HELP = "mend what can be mended of the gallery, and say what is lost"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.epilog = (
        "Close facedesk before. A damaged file is kept beside the new one, and pictures that can't "
        "be used in the folder set-aside: delete them when you need them no more."
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for each thing that was done; 1 when something is lost."""
    from facedesk.ui.single_window import only_window_on

    output = Output(options)
    places = paths.default_paths(options.data_dir)
    paths.prepare(places)
    with only_window_on(places.home):  # a window would go on with what is mended meanwhile
        done = _mended(options, places)
    for repair in done:
        line = {
            "deed": repair.deed.value,
            "person": repair.person,
            "lost": repair.loses,
            "detail": repair.detail,
        }
        text = f"{repair.person}: {repair.detail}" if repair.person else repair.detail
        output.answer(line, text)
    if not done and not options.json:
        output.answer({}, "There is nothing to mend.")
    return 1 if any(repair.loses for repair in done) else 0


def _mended(options: argparse.Namespace, places: paths.Paths) -> "list[Repair]":
    """Mend the file and what it holds. Raises StorageError."""
    from facedesk.gallery.upkeep.repairing import Deed, repair_content, repair_file

    done = []
    if address_in_use(settings_of(options).get("gallery.database")) is None:
        done += repair_file(places.database)
    with gallery_of(options) as gallery:
        done += repair_content(gallery, places.set_aside, lambda *_: None)
        if any(repair.deed is Deed.TEMPLATE_DROPPED for repair in done):
            from facedesk.live.loading import encode_outdated

            models, _ = parts_of(options)
            encode_outdated(gallery, models)
    return done
