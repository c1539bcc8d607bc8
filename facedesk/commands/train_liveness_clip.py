"""facedesk train-liveness clip --images FOLDER --out FOLDER."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.arguments import count
from facedesk.commands.data_set import report
from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option, write_file

if TYPE_CHECKING:
    from facedesk.encoder.models import Models
    from facedesk.liveness.clip_examples import KeptExamples, Sitters
    from facedesk.liveness.clip_network import ClipNetwork

_FILE = "liveness_clip.safetensors"
_BPCER = 0.05

HELP = "teach the 3-D network that looks at a few seconds of a face: with made clips"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add = parser.add_argument
    add("--images", type=Path, required=True, metavar="FOLDER", help="one folder per person")
    add("--validate", type=Path, metavar="FOLDER", help="other people, to measure it with")
    add(
        "--out",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="for the weights; made clips are kept there, too, and not made again",
    )
    add("--clips", type=count, default=4000, metavar="N", help="to make and to learn from (4000)")
    add("--people", type=count, default=100, metavar="N", help="of --validate (100)")
    add("--epochs", type=count, default=16, metavar="N", help="how often each is seen (16)")
    add("--seed", type=count, default=1, metavar="N", help="another one makes others (1)")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Make clips, learn from them, and measure on others; Ctrl+C keeps what is done."""
    from facedesk.encoder.models import load_models
    from facedesk.liveness.clip_network import ClipNetwork

    _make_folder(options.out)
    output = Output(options)
    models = load_models()
    learned_from = _sitters(options.images, models)
    held_out = _sitters(options.validate, models) if options.validate else None
    network = ClipNetwork()
    with stopped_by_ctrl_c() as stopped:
        examples = _examples(options, learned_from, stopped.is_set)
        if examples is None:
            output.note("stopped; the clips that are made are kept")
            return 1
        if not _train(options, output, network, examples, stopped.is_set):
            output.note("stopped before the first epoch was done, no weights are written")
            return 1
    file = options.out / _FILE
    output.answer({"file": str(file)}, f"written to {file}")
    if held_out:
        _measure(options, output, network, held_out)
    return 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise errors.FileNotWritten(path=folder) from error


def _sitters(folder: Path, models: "Models") -> "Sitters":
    """Return the people of a folder. Raises FolderEmpty."""
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.liveness.clip_examples import Sitters

    people: dict[str, list[Path]] = {}
    for photo in labelled_photos(folder):
        people.setdefault(photo.person, []).append(photo.path)
    return Sitters(list(people.values()), models)


def _examples(
    options: argparse.Namespace, sitters: "Sitters", stopped: Callable[[], bool]
) -> "KeptExamples | None":
    """Make clips; None when stopped before all are there."""
    from facedesk.liveness.clip_examples import KeptExamples

    examples = KeptExamples(options.out, options.clips)
    for done in examples.make(sitters, options.seed):
        report(done, options.clips, "clips")
        if stopped():
            return None
    return examples


def _train(
    options: argparse.Namespace,
    output: Output,
    network: "ClipNetwork",
    examples: "KeptExamples",
    stopped: Callable[[], bool],
) -> bool:
    """Train; the weights are written after each epoch. Return whether there was one."""
    from facedesk.liveness.clip_network_file import save_clip_network
    from facedesk.liveness.clip_training import train_clips

    volumes, kinds = examples.volumes, examples.kinds
    written = False
    for epoch in train_clips(network, volumes, kinds, options.epochs, options.seed, stopped):
        output.note(
            f"epoch {epoch.number} of {epoch.of}: loss {epoch.loss:.3f}, {epoch.seconds:.0f} s"
        )
        write_file(options.out / _FILE, save_clip_network(network))
        written = True
    return written


def _measure(
    options: argparse.Namespace, output: Output, network: "ClipNetwork", sitters: "Sitters"
) -> None:
    """Say how many attacks of each kind pass at a threshold that one living face in 20 reaches.

    Raises TooFewPeople where no photo shows the whole head.
    """
    import numpy as np
    import torch

    from facedesk.evaluation.curves import score_exceeded_by
    from facedesk.liveness.clip_examples import held_out
    from facedesk.liveness.made.kinds import ATTACKS, Kind

    said = []
    for volumes in held_out(sitters, options.people, options.seed):
        with torch.inference_mode():
            said.append(network(torch.from_numpy(np.stack(list(volumes.values())))).numpy())
        report(len(said), options.people, "people")
    if not said:
        raise errors.TooFewPeople(found=0, needed=1)
    flat = dict(zip(Kind, np.array(said).T, strict=True))
    threshold = score_exceeded_by(_BPCER, flat[Kind.LIVE])
    for kind in ATTACKS:
        passed, of = int((flat[kind] <= threshold).sum()), len(said)
        output.answer(
            {"kind": kind.value, "apcer": passed / of, "passed": passed, "of": of, "bpcer": _BPCER},
            f"{kind.value}: APCER {passed / of:.3f} ({passed} of {of}) at BPCER {_BPCER:.2f}",
        )
