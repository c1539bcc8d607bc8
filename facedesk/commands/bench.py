"""facedesk bench."""

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.bench.conditions import Conditions
from facedesk.bench.parts import PARTS
from facedesk.commands.arguments import count
from facedesk.commands.output import Output, add_json_option

if TYPE_CHECKING:  # it takes its time to import, which other commands don't have
    from facedesk.bench.figure import Figure

HELP = "measure the speed on this computer, beside the peers that are installed"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "part", nargs="*", metavar="PART", help=f"what to measure (all): {', '.join(PARTS)}"
    )
    parser.add_argument("--repeats", type=count, default=30, help="measurements per figure (30)")
    parser.add_argument("--photo", type=Path, help="a picture with a face (default: a sample one)")
    parser.add_argument(
        "--yunet", type=Path, metavar="FILE", help="weights of the peer cv2.FaceDetectorYN (ONNX)"
    )
    parser.add_argument("--clip", type=Path, metavar="FILE", help="a video with a face")
    parser.add_argument("--clips", type=Path, metavar="FOLDER", help="videos to find faces in")
    add_json_option(parser)
    parser.set_defaults(wrong_use=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print one figure per line, the median of many measurements."""
    from facedesk.bench import own_process

    for part in set(options.part) - set(PARTS):
        options.wrong_use(f"{part} is none of the parts: {', '.join(PARTS)}")
    output = Output(options)
    conditions = _conditions(options)
    for part in PARTS:
        if not options.part or part in options.part:
            for figure in own_process.figures(part, conditions):
                output.answer(dataclasses.asdict(figure), _sentence(figure))
    return 0


def _conditions(options: argparse.Namespace) -> Conditions:
    return Conditions(options.repeats, options.photo, options.yunet, options.clip)


def _sentence(figure: "Figure") -> str:
    """Return a figure for people: the ratio first, since it holds on other computers as well."""
    texts = []
    if figure.peer:
        texts.append(f"{figure.ratio:.2f} times as fast as {figure.peer}, ")
    texts.append(f"{_digits(figure.median)} {figure.unit}".rstrip())
    if figure.low != figure.high:
        texts.append(f" ({_digits(figure.low)}…{_digits(figure.high)})")
    if figure.remark:
        texts.append(f"  [{figure.remark}]")
    return f"{figure.name}: {''.join(texts)}"


def _digits(value: float) -> str:
    """Return three digits that count, or all those before the point."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
