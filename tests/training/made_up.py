"""People made up of colours, and a network small enough to learn them in a moment."""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from facedesk.training.face_set import FaceSet


class TinyNetwork(nn.Module):
    """Built like the encoder: blocks, and a last layer on the mean of what they say."""

    def __init__(self, seed=1):
        super().__init__()
        with torch.random.fork_rng():
            torch.manual_seed(seed)
            self.blocks = nn.Sequential(
                nn.Sequential(nn.Conv2d(3, 6, 10, stride=10), nn.ReLU()),
                nn.Sequential(nn.Conv2d(6, 12, 3, stride=3), nn.ReLU()),
            )
            self.head = nn.Linear(12, 8, bias=False)

    def forward(self, chips):
        return self.head(self.blocks(chips.float() / 255 - 0.5).mean(dim=(2, 3)))


def crowd(people, photos, seed=1):
    """Each person has a pattern of colours, and each of the photos some noise."""
    random = np.random.default_rng(seed)
    chips, persons = [], []
    for person in range(people):
        pattern = np.kron(random.integers(40, 216, (3, 3, 3)), np.ones((50, 50, 1)))
        for _ in range(photos):
            noise = random.normal(0, 20, pattern.shape)
            chips.append(np.clip(pattern + noise, 0, 255).astype(np.uint8))
            persons.append(f"p{seed}-{person:03}")
    stacked = np.stack(chips)
    stacked.setflags(write=False)
    paths = tuple(Path(f"{person}/{row}.jpg") for row, person in enumerate(persons))
    return FaceSet(stacked, tuple(persons), paths)
