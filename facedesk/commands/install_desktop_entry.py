"""facedesk install-desktop-entry."""

import argparse

from facedesk.commands.output import Output, add_json_option

HELP = "put facedesk into the applications menu (Linux)"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--remove", action="store_true", help="take it out again")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write or remove the entry and its icon."""
    from facedesk import desktop_entry

    output = Output(options)
    if options.remove:
        desktop_entry.remove()
        output.answer({"installed": False}, "facedesk is no longer in the applications menu.")
        return 0
    path = desktop_entry.install()
    output.answer({"installed": True, "file": str(path)}, f"facedesk is in the menu: {path}")
    return 0
