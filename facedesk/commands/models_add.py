"""facedesk models add FILE."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.commands.data_set import cache_of
from facedesk.commands.models_measure import measured
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import choice_of
from facedesk.encoder.pixels import ORDERS, RANGES, Pixels

if TYPE_CHECKING:
    from facedesk.encoder.adding_models import Candidate

HELP = "add an encoder (.onnx, .safetensors) or the detector YuNet (.onnx) from a file"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this job."""
    parser.add_argument("file", metavar="FILE", type=Path, help="it is copied")
    parser.add_argument("--name", default="", help="what it is called here (the file's name)")
    parser.add_argument(
        "--images",
        type=Path,
        metavar="FOLDER",
        help="measure the encoder on this folder, with one folder per person",
    )
    parser.add_argument("--colour", choices=ORDERS, help="the order that an .onnx file wants")
    parser.add_argument("--range", choices=tuple(RANGES), help="what 0…255 become for it")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Try the file, copy it in, and measure an encoder when there are photos."""
    from facedesk.encoder.adding_models import add_model, examine

    choice = choice_of(options)
    cache_of(options)  # which makes the user's folders
    candidate = examine(options.file)
    pixels = _pixels(options, candidate)
    model = add_model(candidate, choice.models, options.name, pixels)
    fields = {"model": model.id, "name": model.name, "kind": model.kind}
    text = f"{model.name} is here, as {model.kind} {model.id}"
    if model.kind == "encoder" and options.images:
        Output(options).note(text)
        more, text = measured(options, model)
        fields |= more
    Output(options).answer(fields, text)
    return 0


def _pixels(options: argparse.Namespace, candidate: "Candidate") -> Pixels | None:
    """Return how it wants its colours: as was said, or as photos of people tell."""
    if options.colour or options.range:
        return Pixels(options.colour or "rgb", *RANGES[options.range or "0..255"])
    if not candidate.lacks_pixels or options.images is None:
        return None
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.finding_pixels import find_pixels

    photos = labelled_photos(options.images)
    found = find_pixels(
        candidate.file.read_bytes(),
        candidate.file.name,
        photos,
        load_models().detector,
        lambda _done, _total: None,
    )
    Output(options).note(
        f"it tells people apart best when it is given {found.order}, {found.low:g}…{found.high:g}"
    )
    return found
