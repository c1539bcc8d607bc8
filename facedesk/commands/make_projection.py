"""facedesk make-projection --images FOLDER --out FILE."""

import argparse
from pathlib import Path

from facedesk import errors
from facedesk.commands.data_set import add_photo_options, features_of_photos
from facedesk.commands.output import Output, add_json_option, check_writable, write_file

HELP = "make the last layer of the encoder from folders of strangers' photos"
_FEWEST_FACES = 500


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_photo_options(parser)
    parser.add_argument("--out", type=Path, required=True, help="the .safetensors file to write")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Look at the main face of every photo and write the projection."""
    import numpy as np

    from facedesk.device import best_device
    from facedesk.encoder.dlib_weights import load_resnet29
    from facedesk.encoder.models import Models
    from facedesk.encoder.projection import fit_projection, save_projection
    from facedesk.encoder.resnet_encoder import ResNetEncoder
    from facedesk.vision.mtcnn import MtcnnDetector

    check_writable(options.out)
    device, network = best_device(), load_resnet29()
    own_last_layer = network.head.weight.detach().numpy()
    # What is to be made is not there yet.
    models = Models(MtcnnDetector(device), ResNetEncoder(device, network, own_last_layer))
    features = features_of_photos(options, models)
    if len(features) < _FEWEST_FACES:
        raise errors.TooFewPeople(found=len(features), needed=_FEWEST_FACES)
    stacked = np.concatenate(features).reshape(-1, own_last_layer.shape[1])
    write_file(options.out, save_projection(fit_projection(stacked, own_last_layer)))
    Output(options).answer(
        {"faces": len(features), "file": str(options.out)},
        f"{len(features)} faces, written to {options.out}",
    )
    return 0
