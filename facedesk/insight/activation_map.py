"""Where on a face a unit is excited."""

import numpy as np

from facedesk.insight.inside import Inside
from facedesk.opencv import cv2
from facedesk.vision.alignment import CHIP_SIDE


def activation_map(inside: Inside, chip: np.ndarray, key: str, unit: int) -> np.ndarray:
    """Return how much a unit is excited around each pixel of a chip, float32 (150, 150).

    chip: RGB uint8 (150, 150, 3). key: of the layer. Between the places of the layer, each of
    which stands at the middle of what it sees, it is interpolated; in the last layer, which has
    one place, it is the same everywhere. Raises NoSuchLayer, NoSuchUnit.
    """
    said = inside.activation(chip, key, unit)
    stride = inside.layer(key).stride
    # The middle of what the first place sees, were the chip larger: kernels and paddings of this
    # network add up to that in every layer.
    first = stride + 1
    row = np.clip((np.arange(CHIP_SIDE) - first) / stride, 0, len(said) - 1).astype(np.float32)
    across, down = np.meshgrid(row, row)
    return cv2.remap(said, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
