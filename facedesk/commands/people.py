"""facedesk people."""

import argparse

from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import gallery_of

HELP = "list the people who are enrolled"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print everyone, in order of name."""
    output = Output(options)
    with gallery_of(options) as gallery:
        people = gallery.people()
    for person in people:
        enrolled_at = person.enrolled_at.isoformat(timespec="seconds")
        output.answer(
            {"person": person.name, "photos": person.photos, "enrolled_at": enrolled_at},
            f"{person.name}  (enrolled {person.enrolled_at.astimezone():%Y-%m-%d})",
        )
    if not people:
        output.note("Nobody is enrolled yet. Begin with: facedesk enroll NAME PHOTO")
    return 0
