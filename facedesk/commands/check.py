"""facedesk check."""

import argparse
from typing import TYPE_CHECKING

from facedesk import paths
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import gallery_of, settings_of
from facedesk.database_address import address_in_use

if TYPE_CHECKING:
    from facedesk.gallery.upkeep.checking import Finding

HELP = "find out whether the gallery is whole; change nothing"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for each thing that is wrong; 0 when nothing is."""
    from facedesk.gallery.upkeep.checking import Trouble, check_content, check_file

    output = Output(options)
    found: list[Finding] = []
    if address_in_use(settings_of(options).get("gallery.database")) is None:
        found += check_file(paths.default_paths(options.data_dir).database)
    names: dict[int, str] = {}
    if not any(finding.trouble is Trouble.FILE for finding in found):
        with gallery_of(options) as gallery:
            found += check_content(gallery, lambda *_: None)
            names = {person.id: person.name for person in gallery.people()}
    for finding in found:
        _say(output, finding, names.get(finding.person_id))
    if found:
        output.note("What can be mended, “facedesk repair” mends.")
    elif not options.json:
        output.answer({}, "The gallery is whole.")
    return 1 if found else 0


def _say(output: Output, finding: "Finding", name: str | None) -> None:
    line = {
        "trouble": finding.trouble.value,
        "person": name,
        "picture": finding.picture_id,
        "detail": finding.detail,
    }
    output.answer(line, f"{name}: {finding.detail}" if name else finding.detail)
