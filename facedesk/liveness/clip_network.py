"""A small 3-D convolutional network: is it a head that moves, or a picture of one?"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from facedesk.liveness.convolution_size import output_size
from facedesk.liveness.volume import PICTURES, SIDE

_MEAN, _SCALE = 110.0, 60.0  # grey values, about those of pictures of faces


@dataclass(frozen=True)
class Layer:
    """A 3-D convolution: numbers along time, height and width."""

    channels: int
    kernel: tuple[int, int, int]
    stride: tuple[int, int, int]

    @property
    def padding(self) -> tuple[int, int, int]:
        """As much as keeps the size where the stride is 1."""
        time, height, width = self.kernel
        return time // 2, height // 2, width // 2


LAYERS = (
    Layer(16, (3, 5, 5), (1, 2, 2)),
    Layer(24, (3, 3, 3), (1, 2, 2)),
    Layer(32, (3, 3, 3), (2, 2, 2)),
    Layer(48, (3, 3, 3), (2, 2, 2)),
    Layer(64, (3, 3, 3), (2, 2, 2)),
)


class ClipNetwork(nn.Module):
    """From volumes, uint8 (N, 16, 88, 88, 3), to the log-odds that the face is flat: (N,)."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels = 3
        for layer in LAYERS:
            layers += [
                nn.Conv3d(
                    channels, layer.channels, layer.kernel, layer.stride, layer.padding, bias=False
                ),
                nn.BatchNorm3d(layer.channels),
                nn.ReLU(inplace=True),
            ]
            channels = layer.channels
        self.layers = nn.Sequential(*layers)
        self.head = nn.Sequential(nn.Dropout(0.3), nn.Linear(2 * channels, 1))

    def forward(self, volumes: Tensor) -> Tensor:
        """See the class."""
        values = (volumes.permute(0, 4, 1, 2, 3).float() - _MEAN) / _SCALE
        seen = self.layers(values)
        # What is there all the time, and what was there at any time and place.
        both = torch.cat([seen.mean(dim=(2, 3, 4)), seen.amax(dim=(2, 3, 4))], dim=1)
        return self.head(both)[:, 0]


def sizes() -> list[tuple[int, ...]]:
    """Return time, height and width of what comes out of each layer."""
    size: tuple[int, ...] = (PICTURES, SIDE, SIDE)
    found = []
    for layer in LAYERS:
        size = output_size(size, layer.kernel, layer.stride, layer.padding)
        found.append(size)
    return found
