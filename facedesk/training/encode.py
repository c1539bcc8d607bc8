"""Encodes faces with a network that is being trained."""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facedesk.device import halves_are_quicker

_BATCH = 64


def unit_encodings(network: nn.Module, chips: np.ndarray) -> Tensor:
    """Return the encodings of chips, RGB uint8 (B, 150, 150, 3): unit, float32 (B, D).

    Half as exact where that is quicker; what is reckoned with the encodings is not.
    """
    device = next(network.parameters()).device
    batch = torch.tensor(np.ascontiguousarray(chips), device=device).permute(0, 3, 1, 2)
    batch = batch.contiguous(memory_format=torch.channels_last)
    with torch.autocast(device.type, torch.bfloat16, enabled=halves_are_quicker(device)):
        encodings = network(batch)
    return F.normalize(encodings.float())


def templates(network: nn.Module, chips: np.ndarray) -> np.ndarray:
    """Return the templates of chips, RGB uint8 (N, 150, 150, 3): unit, float32 (N, D).

    Each is the normalised sum of the encodings of the chip and of its mirror image.
    """
    return np.concatenate(list(templates_in_parts(network, chips)))


def templates_in_parts(network: nn.Module, chips: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the templates of some of the chips after the other, for who may want to stop."""
    for start in range(0, len(chips), _BATCH):
        some = chips[start : start + _BATCH]
        with torch.no_grad():
            both = unit_encodings(network, some) + unit_encodings(network, some[:, :, ::-1])
        yield F.normalize(both).cpu().numpy()
