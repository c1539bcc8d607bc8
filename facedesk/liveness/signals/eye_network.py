"""A small 2-D convolutional network: how far is an eye open?"""

import torch
from torch import Tensor, nn

from facedesk.liveness.convolution_size import output_size
from facedesk.liveness.signals.eye_patch import HEIGHT, WIDTH

_CHANNELS = (16, 32, 48)
_KERNEL, _STRIDE, _PADDING = (3, 3), (2, 2), (1, 1)
_FLATTEST = 6.0  # grey values: less contrast than this is noise, and not made to look like more


class EyeNetwork(nn.Module):
    """From eye patches, uint8 (N, 16, 24), to the log-odds that the eye is open: (N,)."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels, size = 1, (HEIGHT, WIDTH)
        for wider in _CHANNELS:
            layers += [nn.Conv2d(channels, wider, _KERNEL, _STRIDE, _PADDING), nn.ReLU()]
            channels, size = wider, output_size(size, _KERNEL, _STRIDE, _PADDING)
        self.layers = nn.Sequential(*layers)
        self.head = nn.Linear(channels * size[0] * size[1], 1)

    def forward(self, patches: Tensor) -> Tensor:
        """See the class. Light and contrast of the patches do not matter."""
        grey = patches.float().flatten(1)
        grey = grey - grey.mean(dim=1, keepdim=True)
        grey = grey / grey.square().mean(dim=1, keepdim=True).sqrt().clamp(min=_FLATTEST)
        return self.head(self.layers(grey.view(-1, 1, HEIGHT, WIDTH)).flatten(1))[:, 0]


def openings(network: EyeNetwork, patches: Tensor) -> list[float]:
    """Return how far eyes are open, each 0…1. patches: uint8 (N, 16, 24)."""
    with torch.inference_mode():
        # One after the other: for so little, what torch does with several takes longer.
        return [float(torch.sigmoid(network(patch[None]))) for patch in patches]
