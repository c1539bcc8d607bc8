"""facedesk bench."""

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.bench.conditions import Conditions
from facedesk.bench.parts import LONG_PARTS, PARTS
from facedesk.commands.arguments import count
from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option

if TYPE_CHECKING:  # it takes its time to import, which other commands don't have
    from facedesk.bench.figure import Figure
    from facedesk.bench.soak import Sample

_TELL_EVERY_S = 60.0

HELP = "measure the speed on this computer, beside the peers that are installed"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "part",
        nargs="*",
        metavar="PART",
        help=f"what to measure: {', '.join(PARTS)} (all but the long: {', '.join(LONG_PARTS)})",
    )
    parser.add_argument("--repeats", type=count, default=30, help="measurements per figure (30)")
    parser.add_argument("--photo", type=Path, help="a picture with a face (default: a sample one)")
    parser.add_argument(
        "--yunet", type=Path, metavar="FILE", help="weights of the peer cv2.FaceDetectorYN (ONNX)"
    )
    parser.add_argument(
        "--clip", type=Path, metavar="FILE", help="a video with a face (one is made)"
    )
    parser.add_argument("--clips", type=Path, metavar="FOLDER", help="videos to look for faces in")
    parser.add_argument(
        "--soak",
        type=count,
        metavar="SECONDS",
        help="only let the live loop run at speed for so long, and tell what grows; Ctrl+C ends it",
    )
    add_json_option(parser)
    parser.set_defaults(wrong_use=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print one figure per line, the median of many measurements."""
    from facedesk.bench import own_process

    _check(options)
    if options.soak is not None:
        return _soak(options)
    output = Output(options)
    conditions = _conditions(options)
    for part in PARTS:
        if part in options.part or not (options.part or part in LONG_PARTS):
            for figure in own_process.figures(part, conditions):
                _print(figure, output)
    return 0


def _check(options: argparse.Namespace) -> None:
    """End the program where the arguments don't go together."""
    if options.clip is not None and not options.clip.is_file():
        options.wrong_use(f"--clip: {options.clip} is no file")
    if options.clips is not None and not options.clips.is_dir():
        options.wrong_use(f"--clips: {options.clips} is no folder")
    for part in set(options.part) - set(PARTS):
        options.wrong_use(f"{part} is none of the parts: {', '.join(PARTS)}")
    if options.part and options.soak is not None:
        options.wrong_use(f"--soak measures nothing else: leave out {' '.join(options.part)}")


def _soak(options: argparse.Namespace) -> int:
    from facedesk.bench.own_process import keep_no_keys
    from facedesk.bench.soak import clock, figures, soak

    keep_no_keys()
    output = Output(options)
    told_s = 0.0

    def tell(sample: "Sample") -> None:
        nonlocal told_s
        if sample.at_s - told_s >= _TELL_EVERY_S:
            told_s = sample.at_s
            output.note(
                f"{clock(sample.at_s)}: {sample.answered:,} answers, {sample.threads} threads, "
                f"{sample.memory_mb or 0:.0f} MB, {sample.handles or 0} handles"
            )

    with stopped_by_ctrl_c() as stopped:
        samples = soak(_conditions(options), options.soak, stopped, tell)
    for figure in figures(samples):
        _print(figure, output)
    return 0


def _print(figure: "Figure", output: Output) -> None:
    output.answer(dataclasses.asdict(figure), _sentence(figure))


def _conditions(options: argparse.Namespace) -> Conditions:
    from facedesk.bench.clip import clips_in

    clips = clips_in(options.clips) if options.clips else ()
    if options.clip is not None and not clips:
        clips = (options.clip,)
    return Conditions(options.repeats, options.photo, options.yunet, options.clip, clips)


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
