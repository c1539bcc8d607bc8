"""facedesk train-perceptual --images FOLDER… --out FILE."""

import argparse
from pathlib import Path

from facedesk.commands.arguments import count
from facedesk.commands.data_set import report
from facedesk.commands.output import Output, add_json_option, check_writable, write_file

HELP = "make the network that style transfer looks at pictures with, from photos and textures"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add = parser.add_argument
    add(
        "--images",
        type=Path,
        nargs="+",
        required=True,
        metavar="FOLDER",
        help="photos, also in folders below",
    )
    add("--out", type=Path, required=True, help="the .safetensors file to write")
    add(
        "--pictures",
        type=count,
        default=1000,
        metavar="N",
        help="to learn from: half photos, half textures made by chance (1000)",
    )
    add("--seed", type=count, default=1, metavar="N", help="another one draws otherwise (1)")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Learn layer by layer, with progress on stderr, and write the weights."""
    import numpy as np
    import torch

    from facedesk.capture.labelled_photos import photos_below
    from facedesk.style.examples import examples
    from facedesk.style.learning import learn
    from facedesk.style.network import PerceptualNetwork
    from facedesk.style.perceptual import save_perceptual

    check_writable(options.out)
    output = Output(options)
    folders = [photos_below(folder) for folder in options.images]
    random = np.random.default_rng(options.seed)
    pictures = examples(folders, options.pictures, random, report)
    network = PerceptualNetwork()
    for layer in learn(network, pictures, torch.Generator().manual_seed(options.seed)):
        output.note(f"layer {layer} of {network.layers[-1]}")
    write_file(options.out, save_perceptual(network))
    output.answer(
        {"pictures": len(pictures), "file": str(options.out)},
        f"learned from {len(pictures)} pictures, written to {options.out}",
    )
    return 0
