"""Lets a perceptual network learn what pictures are made of, without labels, layer by layer.

Each unit becomes the detector of a cluster: small patches of what the layer below says of many
pictures are whitened, so that no direction counts more than another, and clustered by their
direction (spherical k-means); a unit answers to the patches that are most like its cluster's mean.
Coates and Ng, "Learning Feature Representations with K-means", 2012.
"""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facedesk.style.network import PerceptualNetwork, entering

_PATCHES = 40_000  # for each layer
_AT_ONCE = 25  # pictures
_ACTIVE = 0.25  # share of all places that a unit answers to
_KEPT = 256  # directions in which patches differ most; of the others there is mostly noise
_EVENED = 0.05  # of the mean variance is added before whitening, so that noise is not made loud
_ROUNDS = 12
_FLAT = 0.3  # share of patches, those with least in them, that form no clusters
_FEWEST = 20  # patches of a cluster; a smaller one begins anew elsewhere


def learn(
    network: PerceptualNetwork, pictures: np.ndarray, random: torch.Generator
) -> Iterator[str]:
    """Fill a network's weights, and yield the name of each layer when it is done.

    pictures: RGB uint8 (N, S, S, 3).
    """
    with torch.no_grad():
        for name, convolution in network.convolutions.items():
            patches = _patches(network, name, pictures, random)
            _fill(convolution, patches, random)
            yield name


def _patches(
    network: PerceptualNetwork, layer: str, pictures: np.ndarray, random: torch.Generator
) -> Tensor:
    """Return 3×3 patches of what enters a layer, drawn by chance: (P, C · 9)."""
    found: list[Tensor] = []
    share = _PATCHES * _AT_ONCE // len(pictures)
    for start in range(0, len(pictures), _AT_ONCE):
        some = torch.from_numpy(pictures[start : start + _AT_ONCE]).permute(0, 3, 1, 2) / 255
        # (N, C · 9, places)
        unfolded = F.unfold(entering(network, some, layer), 3)
        count, _, places = unfolded.shape
        of = torch.randint(0, count, (share,), generator=random)
        place = torch.randint(0, places, (share,), generator=random)
        found.append(unfolded[of, :, place])
    return torch.cat(found)


def _fill(convolution: nn.Conv2d, patches: Tensor, random: torch.Generator) -> None:
    mean = patches.mean(dim=0)
    whitening = _whitening(patches - mean)
    whitened = (patches - mean) @ whitening
    clusters = _clusters(whitened, convolution.out_channels, random)
    answers = whitened @ clusters.T
    threshold = answers.sort(dim=0).values[int((1 - _ACTIVE) * len(answers))]
    # Every unit is as loud as every other.
    loudness = (answers - threshold).clamp_min(0).square().mean(dim=0).sqrt()
    weight = (whitening @ clusters.T / loudness).T
    convolution.weight.copy_(weight.reshape(convolution.weight.shape))
    convolution.bias.copy_(-weight @ mean - threshold / loudness)


def _whitening(centred: Tensor) -> Tensor:
    """Return the matrix (D, K) after which no direction of patches (P, D) counts more."""
    variances, directions = torch.linalg.eigh(centred.T @ centred / len(centred))
    added = _EVENED * variances.mean()
    return directions[:, -_KEPT:] / (variances[-_KEPT:].clamp_min(0) + added).sqrt()


def _clusters(points: Tensor, count: int, random: torch.Generator) -> Tensor:
    """Return unit vectors (count, D): the means of the directions of points (P, D)."""
    lengths = points.norm(dim=1)
    points = F.normalize(points[lengths > lengths.quantile(_FLAT)], dim=1)
    means = _some(points, count, random)
    for _ in range(_ROUNDS):
        nearest = (points @ means.T).argmax(dim=1)
        sums = torch.zeros_like(means).index_add_(0, nearest, points)
        small = torch.bincount(nearest, minlength=count) < _FEWEST
        sums[small] = _some(points, int(small.sum()), random)
        means = F.normalize(sums, dim=1)
    return means


def _some(points: Tensor, count: int, random: torch.Generator) -> Tensor:
    return points[torch.randint(0, len(points), (count,), generator=random)]
