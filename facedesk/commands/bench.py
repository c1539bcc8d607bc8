"""facedesk bench."""

import argparse
import dataclasses
from pathlib import Path

from facedesk.commands.arguments import count
from facedesk.commands.output import Output, add_json_option

HELP = "measure the speed of the networks on this computer, beside their peers"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--photo", type=Path, help="a picture with a face (default: a sample one)")
    parser.add_argument("--repeats", type=count, default=30, help="measurements per figure (30)")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print one figure per line, the median of many runs."""
    from facedesk.capture.photo_file import read_photo
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.bench import run_bench, sample_picture

    output = Output(options)
    image = read_photo(options.photo) if options.photo else sample_picture()
    models = load_models()
    for figure in run_bench(models, image, options.repeats):
        text = f"{figure.name}: {figure.median:.2f} {figure.unit}"
        text += f"  ({figure.low:.2f}…{figure.high:.2f})"
        if figure.peer:
            text += f"  {figure.ratio:.1f} times as fast as {figure.peer}"
        if figure.remark:
            text += f"  [{figure.remark}]"
        output.answer(dataclasses.asdict(figure), text)
    return 0
