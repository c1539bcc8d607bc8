"""facedesk doctor."""

import argparse
import dataclasses

from facedesk.commands.output import Output, add_json_option

HELP = "check what facedesk needs on this computer"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print every check with its remedy; 1 if one failed."""
    from facedesk.doctor import run_checks
    from facedesk.paths import default_paths

    output = Output(options)
    status = 0
    for check in run_checks(default_paths(options.data_dir)):
        text = f"{'ok     ' if check.ok else 'MISSING'}  {check.check}: {check.detail}"
        if not check.ok:
            status = 1
            text += f"\n         {check.remedy}"
        output.answer(dataclasses.asdict(check), text)
    return status
