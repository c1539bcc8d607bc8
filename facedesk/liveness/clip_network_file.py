"""The weights of the 3-D network, as a file."""

import json

import safetensors
import safetensors.torch

from facedesk import resources
from facedesk.errors import ResourceMissing
from facedesk.liveness.clip_network import ClipNetwork

_NAME = "models/liveness_clip.safetensors"
_KIND = "facedesk clip network"


def load_clip_network() -> ClipNetwork:
    """Return the network that comes with facedesk, ready to be asked. Raises ResourceMissing."""
    network = ClipNetwork()
    try:
        weights = safetensors.torch.load(resources.read(_NAME))
        network.load_state_dict(weights)
    except (safetensors.SafetensorError, RuntimeError) as error:
        raise ResourceMissing(name=_NAME) from error
    return network.requires_grad_(False).eval()


def save_clip_network(network: ClipNetwork) -> bytes:
    """Return the weights as the contents of a .safetensors file, in half precision."""
    weights = {
        name: each.detach().half().contiguous() if each.is_floating_point() else each
        for name, each in network.state_dict().items()
    }
    return safetensors.torch.save(weights, {"facedesk": json.dumps({"kind": _KIND})})
