"""A small 3-D convolutional network: is it a head that moves, or a picture of one?"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facedesk.liveness.convolution_size import output_size
from facedesk.liveness.made.kinds import Kind
from facedesk.liveness.volume import PICTURES, SIDE, VIEWS

_CHANGE = 4.0  # what changes from picture to picture is faint beside what stays
_DETAIL = 3.0  # so is what is fine beside what is coarse
_COLOUR = 40.0  # grey values, about those by which the colours of a picture differ
_LEAST_CONTRAST = 8.0  # grey values
_SEEN = 6  # channels of what is prepared


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
    Layer(16, (1, 5, 5), (1, 2, 2)),
    Layer(32, (3, 3, 3), (1, 2, 2)),
    Layer(48, (3, 3, 3), (2, 2, 2)),
    Layer(64, (3, 3, 3), (2, 2, 2)),
)


class ClipNetwork(nn.Module):
    """From volumes, uint8 (N, 8, 2, 64, 64, 3), to the log-odds that the face is flat: (N,).

    Each of the two views has layers of its own. What they find decides together which kind of clip
    it is; the log-odds are of all kinds of attack together against a living head.
    """

    def __init__(self) -> None:
        super().__init__()
        self.views = nn.ModuleList(_layers() for _ in VIEWS)
        self.head = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(2 * len(VIEWS) * LAYERS[-1].channels, len(Kind))
        )

    def forward(self, volumes: Tensor) -> Tensor:
        """See the class."""
        kinds = self.kinds(prepared(volumes))
        return kinds[:, 1:].logsumexp(dim=1) - kinds[:, 0]

    def kinds(self, seen: Tensor) -> Tensor:
        """Return a logit for each Kind, in their order: (N, 4). seen: see prepared."""
        found = []
        for number, layers in enumerate(self.views):
            there = layers(seen[:, number].contiguous(memory_format=torch.channels_last_3d))
            # What is there all the time, and what was there at any time and place.
            found += [there.mean(dim=(2, 3, 4)), there.amax(dim=(2, 3, 4))]
        return self.head(torch.cat(found, dim=1))


def sizes() -> list[tuple[int, ...]]:
    """Return time, height and width of what comes out of each layer."""
    size: tuple[int, ...] = (PICTURES, SIDE, SIDE)
    found = []
    for layer in LAYERS:
        size = output_size(size, layer.kernel, layer.stride, layer.padding)
        found.append(size)
    return found


def _layers() -> nn.Sequential:
    layers: list[nn.Module] = []
    channels = _SEEN
    for layer in LAYERS:
        layers += [
            nn.Conv3d(
                channels, layer.channels, layer.kernel, layer.stride, layer.padding, bias=False
            ),
            nn.BatchNorm3d(layer.channels),
            nn.ReLU(inplace=True),
        ]
        channels = layer.channels
    return nn.Sequential(*layers)


def prepared(volumes: Tensor) -> Tensor:
    """Return what the layers are given: from uint8 (N, T, V, H, W, 3), float32 (N, V, 6, T, H, W).

    Grey, two differences of colour, the change since the picture before, how much changes over the
    whole time, and detail. However bright and rich in contrast a clip is, it becomes much the same.
    """
    red, green, blue = volumes.transpose(1, 2).float().unbind(dim=5)
    grey = 0.3 * red + 0.6 * green + 0.1 * blue
    contrast = grey.std(dim=(2, 3, 4), keepdim=True).clamp(min=_LEAST_CONTRAST)
    grey = (grey - grey.mean(dim=(2, 3, 4), keepdim=True)) / contrast
    change = torch.diff(grey, dim=2, prepend=grey[:, :, :1])
    varies = grey.std(dim=2, keepdim=True).expand_as(grey)
    around = F.avg_pool3d(grey, (1, 3, 3), 1, (0, 1, 1), count_include_pad=False)
    return torch.stack(
        [
            grey,
            (red - green) / _COLOUR,
            (blue - green) / _COLOUR,
            _CHANGE * change,
            _CHANGE * varies,
            _DETAIL * (grey - around),
        ],
        dim=2,
    )
