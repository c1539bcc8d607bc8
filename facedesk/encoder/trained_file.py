"""Tries an encoder that was trained here before it is added."""

from pathlib import Path

from facedesk.encoder.network_file import read_network
from facedesk.encoder.resnet_encoder import ResNetEncoder
from facedesk.encoder.told_apart import tells_pictures_apart
from facedesk.encoder.trial import Tried
from facedesk.errors import EncoderUnreadable, EncodingsUseless


def try_trained(path: Path, data: bytes) -> Tried:
    """Find out what a file is. data: its contents.

    Raises EncoderUnreadable, EncodingsUseless.
    """
    try:
        network = read_network(data)
    except ValueError as error:
        raise EncoderUnreadable(path=path.name) from error
    encoder = ResNetEncoder(None, network, network.head.weight.detach().numpy())
    if not tells_pictures_apart(encoder):
        raise EncodingsUseless(path=path.name)
    return Tried("encoder", encoder.dimensions)
