"""The default Siamese encoder: a residual network of 29 convolutions, 150×150 RGB -> 128 numbers.

The architecture is that of dlib's face recognition network (Davis King, 2017), a ResNet-34
(He et al. 2015) with fewer layers and half the filters. The learned scales after each convolution
are folded into it.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

# Channels in and out of each residual block; where they differ the block halves the picture, and
# so does the last one.
_BLOCKS = (
    (32, 32), (32, 32), (32, 32),
    (32, 64), (64, 64), (64, 64), (64, 64),
    (64, 128), (128, 128), (128, 128),
    (128, 256), (256, 256), (256, 256), (256, 256),
)  # fmt: skip
_HALVING = (3, 7, 10, 13)
_MEAN = (122.782, 117.001, 104.298)


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions and a skip without weights."""

    def __init__(self, channels_in: int, channels_out: int, halves: bool) -> None:
        super().__init__()
        self.halves = halves
        stride, padding = (2, 0) if halves else (1, 1)
        self.first = nn.Conv2d(channels_in, channels_out, 3, stride, padding)
        self.second = nn.Conv2d(channels_out, channels_out, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, channels_in, H, W) to (N, channels_out, H', W')."""
        branch = self.second(F.relu(self.first(x)))
        if not self.halves:
            return F.relu(branch + x)
        skip = F.avg_pool2d(x, 2, 2)
        shape = [max(a, b) for a, b in zip(branch.shape[1:], skip.shape[1:], strict=True)]
        return F.relu(_zero_padded(branch, shape) + _zero_padded(skip, shape))


class ResNet29(nn.Module):
    """The network; see weights in `dlib_weights`."""

    dimensions = 128
    feature_count = 256

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(_MEAN)[:, None, None], persistent=False)
        self.stem = nn.Conv2d(3, 32, 7, stride=2)
        self.blocks = nn.Sequential(
            *(ResidualBlock(i, o, index in _HALVING) for index, (i, o) in enumerate(_BLOCKS))
        )
        self.head = nn.Linear(self.feature_count, self.dimensions, bias=False)

    def forward(self, chips: Tensor) -> Tensor:
        """Encode aligned faces: (N, 3, 150, 150), RGB, 0…255 -> (N, 128), not yet unit length."""
        return self.head(self.features(chips))

    def features(self, chips: Tensor) -> Tensor:
        """Return what the last layer is given: (N, 3, 150, 150), RGB, 0…255 -> (N, 256), ≥ 0."""
        x = (chips.to(self.mean.dtype) - self.mean) / 256
        x = F.max_pool2d(F.relu(self.stem(x)), 3, 2)
        return self.blocks(x).mean(dim=(2, 3))


def _zero_padded(x: Tensor, shape: list[int]) -> Tensor:
    """Pad channels, rows and columns with zeros at the end: (N, C, H, W) -> (N, *shape)."""
    missing = [wanted - there for wanted, there in zip(shape, x.shape[1:], strict=True)]
    if not any(missing):
        return x
    return F.pad(x, (0, missing[2], 0, missing[1], 0, missing[0]))
