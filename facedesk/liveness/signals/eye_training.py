"""Teaches the eye network with photos whose eyes are shut by drawing."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch.nn import functional

from facedesk.liveness.made.scene import SourceFace
from facedesk.liveness.signals.eye_network import EyeNetwork
from facedesk.liveness.signals.made_eyes import made_patches

_PER_FACE = 7  # times that both eyes of a photo are made
_EPOCHS = 16
_BATCH = 128
_RATE = 4e-3
_DECAY = 1e-3
_SURE = 0.01  # some eyes of photos are shut already


def train_eyes(
    faces: Sequence[SourceFace],
    seed: int,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> EyeNetwork:
    """Return a network that was taught from nothing; the same seed and faces give the same one.

    progress: told how many photos and rounds are done, of how many. Stops early when cancelled.
    """
    random = np.random.default_rng(seed)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = EyeNetwork()
    of = len(faces) + _EPOCHS
    made = []
    for done, face in enumerate(faces, start=1):
        if cancelled():
            return network.eval()
        made.append(made_patches(face, _closings(random), random))
        progress(done, of)
    patches, openings = (torch.from_numpy(np.concatenate(each)) for each in zip(*made, strict=True))
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=_DECAY)
    batches = -(-len(patches) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, _EPOCHS * batches)
    for epoch in range(_EPOCHS):
        for rows in torch.from_numpy(random.permutation(len(patches))).split(_BATCH):
            if cancelled():
                return network.eval()
            wanted = openings[rows] * (1 - 2 * _SURE) + _SURE
            optimizer.zero_grad()
            functional.binary_cross_entropy_with_logits(network(patches[rows]), wanted).backward()
            optimizer.step()
            schedule.step()
        progress(len(faces) + epoch + 1, of)
    return network.eval()


def _closings(random: np.random.Generator) -> np.ndarray:
    """Return how far eyes are shut: 0 and 1 more often than what is between."""
    chance = random.uniform(0, 1, _PER_FACE - 5)
    return np.concatenate([[0, 0, random.uniform(0, 0.3), 1, 1], chance])
