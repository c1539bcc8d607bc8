"""Files with the weights of a network that was trained here: .safetensors, nothing else."""

import json
from pathlib import Path

import safetensors
import safetensors.torch
from torch import nn

from facedesk.encoder.resnet29 import ResNet29
from facedesk.errors import EncoderUnreadable

_KIND = "facedesk ResNet-29"


def save_network(network: nn.Module) -> bytes:
    """Return the weights as the contents of a file; its head is the last layer of the encoder."""
    weights = {
        name: each.detach().cpu().contiguous() for name, each in network.state_dict().items()
    }
    return safetensors.torch.save(weights, {"facedesk": json.dumps({"kind": _KIND})})


def load_network(path: Path) -> ResNet29:
    """Return a network with the weights of a file, ready to encode. Raises EncoderUnreadable."""
    try:
        return read_network(path.read_bytes())
    except (OSError, ValueError) as error:
        raise EncoderUnreadable(path=path) from error


def read_network(data: bytes) -> ResNet29:
    """Return a network with the weights that a file holds, by its contents. Raises ValueError."""
    network = ResNet29()
    try:
        network.load_state_dict(safetensors.torch.load(data))
    except (safetensors.SafetensorError, RuntimeError) as error:
        raise ValueError("these are not the weights of a ResNet-29") from error
    return network.eval()
