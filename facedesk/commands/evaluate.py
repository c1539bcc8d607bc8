"""facedesk evaluate PROTOCOL."""

import argparse

from facedesk.commands import evaluate_openset, evaluate_verification

HELP = "measure what the answers are worth on a folder of people (FOLDER/PERSON/*.jpg)"
_PROTOCOLS = {"openset": evaluate_openset, "verification": evaluate_verification}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add a sub-command for each protocol."""
    protocols = parser.add_subparsers(title="protocols", metavar="PROTOCOL", required=True)
    for name, module in _PROTOCOLS.items():
        protocol = protocols.add_parser(name, help=module.HELP, description=module.HELP)
        module.configure(protocol)
        protocol.set_defaults(evaluate=module.run)


def run(options: argparse.Namespace) -> int:
    """Run the protocol that was asked for."""
    return options.evaluate(options)
