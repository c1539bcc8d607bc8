"""Faces that are made up, each of which is its own chip."""

import numpy as np

from facedesk.errors import PhotoMissing
from facedesk.insight.face_picture import FacePicture
from facedesk.vision.alignment import CHIP_LANDMARKS, CHIP_SIDE

EDGE = 5  # the unit of the stem that is an edge


class SeenFaces:
    """Chips, RGB uint8 (150, 150, 3); None for one that can't be read."""

    kept_as = "seen"

    def __init__(self, chips, digest="one"):
        self.chips = chips
        self.digest = digest

    def __len__(self):
        return len(self.chips)

    def name(self, index):
        return f"face {index}"

    def picture(self, index):
        if self.chips[index] is None:
            raise PhotoMissing
        return FacePicture(self.chips[index], CHIP_LANDMARKS, self.name(index))


def noise(seed, strength=6):
    """A grey chip with a little noise."""
    random = np.random.default_rng(seed)
    chip = 120 + random.integers(0, strength, (CHIP_SIDE, CHIP_SIDE, 3))
    return chip.astype(np.uint8)
