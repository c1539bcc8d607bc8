"""facedesk remove NAME."""

import argparse

from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import gallery_of

HELP = "remove a person with their photo and template"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("name", metavar="NAME", help="the person's name")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Remove and say so; nobody of that name is an error."""
    with gallery_of(options) as gallery:
        person = gallery.person(options.name)
        gallery.remove(person.id, person.version)
    Output(options).answer({"person": person.name, "removed": True}, f"{person.name} is removed.")
    return 0
