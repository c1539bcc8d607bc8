"""The networks behind the signals, in one file."""

import json
from dataclasses import dataclass

import safetensors
import safetensors.torch
from torch import nn

from facedesk import resources
from facedesk.errors import ResourceMissing
from facedesk.liveness.signals.eye_network import EyeNetwork
from facedesk.liveness.signals.signals_network import SignalsNetwork

_NAME = "models/liveness_signals.safetensors"
_KIND = "facedesk signals of living faces"
_EYES, _SIGNALS = "eyes.", "signals."


@dataclass(frozen=True)
class SignalsNetworks:
    """Both, ready to be asked: they may be shared by several watches of one thread."""

    eyes: EyeNetwork
    signals: SignalsNetwork


def load_signals_networks() -> SignalsNetworks:
    """Return the networks that come with facedesk. Raises ResourceMissing."""
    networks = SignalsNetworks(EyeNetwork(), SignalsNetwork())
    try:
        weights = safetensors.torch.load(resources.read(_NAME))
        for prefix, network in _parts(networks):
            network.load_state_dict(
                {
                    name.removeprefix(prefix): each.float()
                    for name, each in weights.items()
                    if name.startswith(prefix)
                }
            )
            network.requires_grad_(False).eval()
    except (safetensors.SafetensorError, RuntimeError) as error:
        raise ResourceMissing(name=_NAME) from error
    return networks


def save_signals_networks(networks: SignalsNetworks) -> bytes:
    """Return both as the contents of a .safetensors file."""
    weights = {
        prefix + name: each.detach().contiguous()
        for prefix, network in _parts(networks)
        for name, each in network.state_dict().items()
    }
    return safetensors.torch.save(weights, {"facedesk": json.dumps({"kind": _KIND})})


def _parts(networks: SignalsNetworks) -> tuple[tuple[str, nn.Module], ...]:
    return (_EYES, networks.eyes), (_SIGNALS, networks.signals)
