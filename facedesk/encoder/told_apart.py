"""Whether an encoder says something of pictures at all."""

import numpy as np

from facedesk.encoder.encoder import Encoder
from facedesk.opencv import cv2

_PICTURES = 4
_TOO_ALIKE = 0.9999  # cosine
_SEED = 20261125


def tells_pictures_apart(encoder: Encoder) -> bool:
    """Tell whether blurred patterns, each another one, are encoded as different numbers."""
    random = np.random.default_rng(_SEED)
    rough = random.integers(0, 256, (_PICTURES, 8, 8, 3), np.uint8)
    side = encoder.chip.side
    vectors = encoder.vectors(np.stack([cv2.resize(each, (side, side)) for each in rough]))
    if not np.isfinite(vectors).all() or not vectors.any():
        return False
    alike = vectors @ vectors.T - 2 * np.eye(_PICTURES)
    return bool(alike.max() < _TOO_ALIKE)
