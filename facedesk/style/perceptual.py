"""Loads the weights of perceptual networks: our own, or a VGG-19 that the user has."""

import json
import pickle
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor

from facedesk import resources
from facedesk.device import best_device
from facedesk.errors import PerceptualUnreadable, ResourceMissing
from facedesk.style.network import VGG19_BLOCKS, PerceptualNetwork

OWN = "perceptual-v1"
_KIND = "facedesk perceptual network"


def load_perceptual(file: Path | None = None) -> PerceptualNetwork:
    """Return a network, ready to look at pictures; without a file, facedesk's own.

    file: VGG-19 as torchvision names its parameters, .pth or .safetensors, or a file of
    save_perceptual. Raises ResourceMissing, PerceptualUnreadable.
    """
    if file is None:
        name = f"models/{OWN}.safetensors"
        try:
            return _own(safetensors.torch.load(resources.read(name)))
        except (safetensors.SafetensorError, RuntimeError) as error:
            raise ResourceMissing(name=name) from error
    try:
        return _of_file(file)
    except (OSError, RuntimeError, KeyError, ValueError, AttributeError,
            safetensors.SafetensorError, pickle.UnpicklingError, EOFError) as error:  # fmt: skip
        raise PerceptualUnreadable(path=file) from error


def save_perceptual(network: PerceptualNetwork) -> bytes:
    """Return our own network as the contents of a .safetensors file, in half precision."""
    weights = {
        name: each.detach().cpu().half().contiguous() for name, each in network.state_dict().items()
    }
    return safetensors.torch.save(weights, {"facedesk": json.dumps({"kind": _KIND})})


def _of_file(file: Path) -> PerceptualNetwork:
    if file.suffix == ".safetensors":
        weights = safetensors.torch.load(file.read_bytes())
    else:
        # Nothing but tensors is read: a pickle could else run what its maker likes.
        weights = torch.load(file, map_location="cpu", weights_only=True)
    if "convolutions.1_1.weight" in weights:
        return _own(weights)
    network = PerceptualNetwork(VGG19_BLOCKS)
    return _ready(network, _vgg19_named(weights, network.layers))


def _own(weights: dict[str, Tensor]) -> PerceptualNetwork:
    return _ready(PerceptualNetwork(), weights)


def _vgg19_named(weights: dict[str, Tensor], layers: tuple[str, ...]) -> dict[str, Tensor]:
    """Return the convolutions of torchvision's VGG-19 under our names; they stand in order."""
    places = sorted(
        (int(name.split(".")[1]) for name in weights if name.startswith("features.")
         and name.endswith(".weight")),
    )  # fmt: skip
    return {
        f"convolutions.{name}.{part}": weights[f"features.{place}.{part}"]
        for name, place in zip(layers, places, strict=True)
        for part in ("weight", "bias")
    }


def _ready(network: PerceptualNetwork, weights: dict[str, Tensor]) -> PerceptualNetwork:
    network.load_state_dict(weights)
    network.requires_grad_(False)
    return network.to(best_device(), memory_format=torch.channels_last).eval()
