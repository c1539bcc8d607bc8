"""Perceptual networks: stacks of convolutions in the shape of VGG, read at every layer.

Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", 2015.
A layer is named by its block and its place in it, "1_1" being the shallowest; blocks are halves of
the picture before. Averages halve it, not maxima: gradients then reach all pixels (Gatys et al.,
"Image Style Transfer Using Convolutional Neural Networks", 2016).
"""

from collections.abc import Callable, Collection

import torch
from torch import Tensor, nn
from torch.nn import functional as F

Blocks = tuple[tuple[int, int], ...]  # channels, and how many convolutions

OWN_BLOCKS: Blocks = ((32, 2), (64, 2), (128, 2), (192, 2), (256, 1))
VGG19_BLOCKS: Blocks = ((64, 2), (128, 2), (256, 4), (512, 4), (512, 4))
# Of the colours of photos, RGB 0…1, as the networks of torchvision are given them.
_MEAN, _SCALE = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
SMALLEST_SIDE = 32  # of a picture, so that the deepest layer still has pixels


class PerceptualNetwork(nn.Module):
    """A stack of convolutions."""

    def __init__(self, blocks: Blocks = OWN_BLOCKS) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(_MEAN)[:, None, None], persistent=False)
        self.register_buffer("scale", torch.tensor(_SCALE)[:, None, None], persistent=False)
        self.convolutions = nn.ModuleDict()
        channels = 3
        for block, (wide, depth) in enumerate(blocks, 1):
            for place in range(1, depth + 1):
                self.convolutions[f"{block}_{place}"] = nn.Conv2d(channels, wide, 3, padding=1)
                channels = wide

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers, shallow to deep."""
        return tuple(self.convolutions)

    def forward(
        self,
        pictures: Tensor,
        wanted: Collection[str],
        between: Callable[[], None] = lambda: None,
    ) -> dict[str, Tensor]:
        """Return what some layers say: RGB 0…1 (N, 3, H, W) -> by name, (N, C, H', W'), ≥ 0.

        wanted: names of layers, at least one. between: called at each layer, there and back.
        """
        x = (pictures - self.mean) / self.scale
        # The three colours of a pixel side by side: on many processors much quicker.
        x = x.contiguous(memory_format=torch.channels_last)
        said: dict[str, Tensor] = {}
        for name, convolution in self.convolutions.items():
            between()
            if _halves(name):
                x = F.avg_pool2d(x, 2)
            x = F.relu(F.conv2d(_bordered(x), convolution.weight, convolution.bias))
            if x.requires_grad:
                x.register_hook(lambda _: between())
            if name in wanted:
                said[name] = x
            if len(said) == len(wanted):
                break
        return said


def entering(network: PerceptualNetwork, pictures: Tensor, layer: str) -> Tensor:
    """Return what a layer is given, with its border: (N, 3, H, W) -> (N, C, H' + 2, W' + 2)."""
    before = network.layers.index(layer) - 1
    if before < 0:
        return _bordered((pictures - network.mean) / network.scale)
    said = network(pictures, {network.layers[before]})[network.layers[before]]
    return _bordered(F.avg_pool2d(said, 2) if _halves(layer) else said)


def _halves(layer: str) -> bool:
    """Whether the picture is halved before a layer: before each block but the first."""
    return layer.endswith("_1") and layer != "1_1"


def _bordered(x: Tensor) -> Tensor:
    """Add what lies outside the picture: its edge goes on, so that no frame is seen."""
    return F.pad(x, (1, 1, 1, 1), mode="replicate")
