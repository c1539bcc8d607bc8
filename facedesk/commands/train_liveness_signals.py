"""facedesk train-liveness signals --images FOLDER… --out FILE."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.arguments import count
from facedesk.commands.data_set import add_photo_options
from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option, check_writable, write_file

if TYPE_CHECKING:
    import numpy as np

    from facedesk.liveness.made.scene import SourceFace
    from facedesk.liveness.signals.networks import SignalsNetworks

HELP = "teach what looks at eyes, pose and skin over time: with made closings and made tracks"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add = parser.add_argument
    add_photo_options(parser)
    add("--out", type=Path, required=True, help="the .safetensors file to write")
    add("--photos", type=count, default=3000, metavar="N", help="whose eyes are shut (3000)")
    add("--steps", type=count, default=1500, metavar="N", help="of 32 made tracks each (1500)")
    add("--seed", type=count, default=1, metavar="N", help="another one makes others (1)")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Train the eyes, then the signals, with progress on stderr; write both, unless stopped."""
    from facedesk.liveness.signals.networks import save_signals_networks

    check_writable(options.out)
    output = Output(options)
    with stopped_by_ctrl_c() as stopped:
        trained = _trained(options, output, stopped.is_set)
        if stopped.is_set():
            output.note("stopped, nothing is written")
            return 1
    write_file(options.out, save_signals_networks(trained))
    output.answer({"file": str(options.out)}, f"written to {options.out}")
    return 0


def _trained(
    options: argparse.Namespace, output: Output, stopped: Callable[[], bool]
) -> "SignalsNetworks":
    from facedesk.liveness.signals.eye_training import train_eyes
    from facedesk.liveness.signals.networks import SignalsNetworks
    from facedesk.liveness.signals.training import train

    patches, openings = _eyes(options)
    output.note(f"{len(patches)} eyes, and then {options.steps} steps of made tracks")
    eyes = train_eyes(patches, openings, options.seed, _rounds, stopped)
    return SignalsNetworks(eyes, train(options.steps, options.seed, _rounds, stopped))


def _eyes(options: argparse.Namespace) -> "tuple[np.ndarray, np.ndarray]":
    """Make eyes that are open, shut and between. Raises TooFewPeople without any face."""
    import numpy as np

    from facedesk.liveness.signals.eye_training import eye_examples

    random = np.random.default_rng(options.seed)
    made = []
    for done, face in enumerate(_faces(options, random), start=1):
        made.append(eye_examples(face, random))
        _rounds(done, options.photos)
    if not made:
        raise errors.TooFewPeople(found=0, needed=1)
    patches, openings = (np.concatenate(each) for each in zip(*made, strict=True))
    return patches, openings


def _faces(options: argparse.Namespace, random: "np.random.Generator") -> "Iterator[SourceFace]":
    """Yield the main faces of so many chance photos."""
    from facedesk.capture.labelled_photos import photos_below
    from facedesk.encoder.models import load_models
    from facedesk.liveness.made.photo_face import face_in_photo

    models = load_models()
    photos = [photo for folder in options.images for photo in photos_below(folder)]
    left = options.photos
    for row in random.permutation(len(photos)):
        if not left:
            return
        face = face_in_photo(photos[row], models)
        if face:
            left -= 1
            yield face


def _rounds(done: int, of: int) -> None:
    """Show how far it is, on one line of stderr."""
    if done % 10 == 0 or done == of:
        sys.stderr.write(f"\r{done} of {of}" + ("\n" if done == of else ""))
        sys.stderr.flush()
