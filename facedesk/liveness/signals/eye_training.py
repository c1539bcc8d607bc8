"""Teaches the eye network with photos whose eyes are shut by drawing."""

from collections.abc import Callable

import numpy as np
import torch
from torch.nn import functional

from facedesk.liveness.made.scene import SourceFace
from facedesk.liveness.signals.eye_network import EyeNetwork
from facedesk.liveness.signals.made_eyes import made_patches

EPOCHS = 16
_BATCH = 128
_RATE = 4e-3
_DECAY = 1e-3
_SURE = 0.01  # some eyes of photos are shut already


def eye_examples(face: SourceFace, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return both eyes of a photo seven times: uint8 (14, 16, 24), and openings, float32 (14,).

    Open and shut more often than between.
    """
    closed = np.concatenate([[0, 0, 1, 1], random.uniform([0, 0, 0], [0.3, 1, 1])])
    return made_patches(face, closed, random)


def train_eyes(
    patches: np.ndarray,
    openings: np.ndarray,
    seed: int,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> EyeNetwork:
    """Return a network that was taught from nothing; the same seed gives the same one.

    patches: uint8 (N, 16, 24). openings: float32 (N,), 0…1. progress: told how many rounds are
    done, of how many. Stops early when cancelled.
    """
    random = np.random.default_rng(seed)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = EyeNetwork()
    seen = torch.from_numpy(patches)
    wanted = torch.from_numpy(openings) * (1 - 2 * _SURE) + _SURE
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=_DECAY)
    steps = EPOCHS * -(-len(seen) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, steps)
    for epoch in range(EPOCHS):
        for rows in torch.from_numpy(random.permutation(len(seen))).split(_BATCH):
            if cancelled():
                return network.eval()
            optimizer.zero_grad()
            logits = network(seen[rows])
            functional.binary_cross_entropy_with_logits(logits, wanted[rows]).backward()
            optimizer.step()
            schedule.step()
        progress(epoch + 1, EPOCHS)
    return network.eval()
