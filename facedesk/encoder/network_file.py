"""Files with the weights of a network that was trained here: .safetensors, nothing else."""

import json

import safetensors
import safetensors.torch
from torch import nn

from facedesk.encoder.resnet29 import ResNet29

_KIND = "facedesk ResNet-29"


def save_network(network: nn.Module) -> bytes:
    """Return the weights as the contents of a file; its head is the last layer of the encoder."""
    weights = {
        name: each.detach().cpu().contiguous() for name, each in network.state_dict().items()
    }
    return safetensors.torch.save(weights, {"facedesk": json.dumps({"kind": _KIND})})


def read_network(data: bytes) -> ResNet29:
    """Return the network of a file by its contents, ready to encode. Raises ValueError."""
    network = ResNet29()
    try:
        network.load_state_dict(safetensors.torch.load(data))
    except (safetensors.SafetensorError, RuntimeError) as error:
        raise ValueError("these are not the weights of a ResNet-29") from error
    return network.eval()
