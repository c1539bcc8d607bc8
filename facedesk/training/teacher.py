"""What a network teaches those that learn from it, itself later on among them."""

import numpy as np
from torch import nn

from facedesk.encoder.template import unit
from facedesk.training.encode import templates
from facedesk.vision.alignment import VIEWS, moved_chip

_TOGETHER = 512  # faces, so that their views need not all be in memory


def taught(network: nn.Module, chips: np.ndarray) -> np.ndarray:
    """Return what to say of chips, RGB uint8 (N, 150, 150, 3): unit, float32 (N, D).

    Each is the normalised sum of the templates of VIEWS ways of aligning the face, as the encoder
    says it of a photo: that is better than what is seen in a single one.
    """
    found = []
    for start in range(0, len(chips), _TOGETHER):
        some = chips[start : start + _TOGETHER]
        views = (np.stack([moved_chip(chip, view) for chip in some]) for view in range(VIEWS))
        found.append(unit(sum(templates(network, each) for each in views)))
    return np.concatenate(found)
