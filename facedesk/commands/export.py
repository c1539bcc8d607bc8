"""facedesk export FILE."""

import argparse
from pathlib import Path

from facedesk.commands.file_passphrase import VARIABLE, new_passphrase
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import gallery_of

HELP = "write people into one encrypted file, to keep or to take elsewhere"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    # The file first: after --people, it would be taken for one more name.
    parser.usage = "%(prog)s [-h] FILE [--people NAME [NAME ...]] [--json]"
    parser.epilog = (
        f"Asks for a passphrase, or takes it from {VARIABLE}. Without it nobody can open the file."
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="the file; its name gets the ending .facedesk"
    )
    parser.add_argument(
        "--people", metavar="NAME", nargs="+", help="only these people (default: everyone)"
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file and say how many are in it."""
    from facedesk.gallery.transfer.exporting import export_people, with_suffix

    path = with_suffix(options.file)
    with gallery_of(options) as gallery:
        ids = None
        if options.people:
            # By their ids, since somebody may be named twice, in other letters.
            ids = list(dict.fromkeys(gallery.person(name).id for name in options.people))
        count = export_people(gallery, path, new_passphrase(), lambda *_: None, ids)
    people = "1 person" if count == 1 else f"{count} people"
    line = {"file": str(path), "people": count, "bytes": path.stat().st_size}
    Output(options).answer(line, f"{people} written to {path}.")
    return 0
