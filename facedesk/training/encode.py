"""Encodes faces with a network that is being trained."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

_BATCH = 64


def unit_encodings(network: nn.Module, chips: np.ndarray) -> Tensor:
    """Return the encodings of chips, RGB uint8 (B, 150, 150, 3): unit, float32 (B, D)."""
    device = next(network.parameters()).device
    batch = torch.tensor(np.ascontiguousarray(chips), device=device).permute(0, 3, 1, 2)
    return F.normalize(network(batch.contiguous(memory_format=torch.channels_last)).float())


@torch.no_grad()
def templates(network: nn.Module, chips: np.ndarray) -> np.ndarray:
    """Return the templates of chips, RGB uint8 (N, 150, 150, 3): unit, float32 (N, D).

    Each is the normalised sum of the encodings of the chip and of its mirror image.
    """
    found = []
    for start in range(0, len(chips), _BATCH):
        some = chips[start : start + _BATCH]
        both = unit_encodings(network, some) + unit_encodings(network, some[:, :, ::-1])
        found.append(F.normalize(both).cpu().numpy())
    return np.concatenate(found)
