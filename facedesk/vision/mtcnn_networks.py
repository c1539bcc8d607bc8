"""The three networks of MTCNN, each a refinement of the one before.

Source: Zhang, Zhang, Li, Qiao, "Joint Face Detection and Alignment using Multi-task Cascaded
Convolutional Networks", 2016. Input everywhere: float32 (N, 3, H, W), RGB, (x − 127.5) / 128.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class ProposalNetwork(nn.Module):
    """P-Net: slides a 12×12 window in steps of 2 and proposes boxes; any input size."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 10, 3), nn.PReLU(10), nn.MaxPool2d(2, 2, ceil_mode=True),
            nn.Conv2d(10, 16, 3), nn.PReLU(16),
            nn.Conv2d(16, 32, 3), nn.PReLU(32),
        )  # fmt: skip
        self.box = nn.Conv2d(32, 4, 1)
        self.face = nn.Conv2d(32, 2, 1)

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        """Return box offsets (N, 4, h, w) in window sizes and face probabilities (N, h, w)."""
        features = self.features(pictures)
        count, channels, height, width = features.shape
        rows = features.permute(0, 2, 3, 1).reshape(-1, channels)
        offsets, faces = self.judge(rows)
        offsets = offsets.reshape(count, height, width, 4).permute(0, 3, 1, 2)
        return offsets, faces.reshape(count, height, width)

    def judge(self, features: Tensor) -> tuple[Tensor, Tensor]:
        """Return box offsets (N, 4) in window sizes and face probabilities (N,) of windows.

        features: (N, 32), of windows from anywhere.
        """
        return self._offsets(features), torch.softmax(self._faces(features), dim=1)[:, 1]

    def likely(self, features: Tensor, least: float) -> tuple[Tensor, Tensor, Tensor]:
        """Judge only windows that are faces with a probability above `least`: there are few.

        Returns their indices (M,), box offsets (M, 4) and face probabilities (M,).
        """
        faces = self._faces(features)
        # The softmax of two is the logistic function of their difference.
        edge = math.log(least / (1 - least))
        found = torch.nonzero(faces[:, 1] - faces[:, 0] > edge)[:, 0]
        return found, self._offsets(features[found]), torch.softmax(faces[found], dim=1)[:, 1]

    def _offsets(self, features: Tensor) -> Tensor:
        return F.linear(features, self.box.weight.flatten(1), self.box.bias)

    def _faces(self, features: Tensor) -> Tensor:
        return F.linear(features, self.face.weight.flatten(1), self.face.bias)


class RefinementNetwork(nn.Module):
    """R-Net: judges 24×24 crops."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 28, 3), nn.PReLU(28), nn.MaxPool2d(3, 2, ceil_mode=True),
            nn.Conv2d(28, 48, 3), nn.PReLU(48), nn.MaxPool2d(3, 2),
            nn.Conv2d(48, 64, 2), nn.PReLU(64),
        )  # fmt: skip
        self.dense = nn.Sequential(nn.Linear(576, 128), nn.PReLU(128))
        self.box = nn.Linear(128, 4)
        self.face = nn.Linear(128, 2)

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """Return box offsets (N, 4) in crop sizes and face probabilities (N,)."""
        features = self.dense(_flatten(self.features(crops)))
        return self.box(features), torch.softmax(self.face(features), dim=1)[:, 1]


class OutputNetwork(nn.Module):
    """O-Net: judges 48×48 crops and finds five landmarks."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 32, 3), nn.PReLU(32), nn.MaxPool2d(3, 2, ceil_mode=True),
            nn.Conv2d(32, 64, 3), nn.PReLU(64), nn.MaxPool2d(3, 2),
            nn.Conv2d(64, 64, 3), nn.PReLU(64), nn.MaxPool2d(2, 2, ceil_mode=True),
            nn.Conv2d(64, 128, 2), nn.PReLU(128),
        )  # fmt: skip
        self.dense = nn.Sequential(nn.Linear(1152, 256), nn.PReLU(256))
        self.box = nn.Linear(256, 4)
        self.landmarks = nn.Linear(256, 10)
        self.face = nn.Linear(256, 2)

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return box offsets (N, 4), landmarks (N, 5, 2) in crop sizes, probabilities (N,)."""
        features = self.dense(_flatten(self.features(crops)))
        landmarks = self.landmarks(features).reshape(-1, 2, 5).transpose(1, 2)
        return self.box(features), landmarks, torch.softmax(self.face(features), dim=1)[:, 1]


def _flatten(features: Tensor) -> Tensor:
    """Flatten (N, C, H, W) in the order the dense layers were trained with: width, height, C."""
    return features.permute(0, 3, 2, 1).flatten(1)
