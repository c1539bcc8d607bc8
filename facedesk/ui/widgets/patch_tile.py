"""Puts the strongest patches of a unit together into one picture. Safe in any thread."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.insight.faces import Faces
    from facedesk.insight.layers import Layer
    from facedesk.insight.strongest import Unit

_ACROSS = 3
_GAP = 2


def patch_tile(faces: "Faces", layer: "Layer", unit: "Unit", side: int) -> QImage:
    """Return up to nine patches, three in a row, the strongest first, in side × side pixels."""
    from facedesk.insight.patches import cut_patches

    each = (side - (_ACROSS - 1) * _GAP) // _ACROSS
    tile = np.zeros((side, side, 4), np.uint8)
    for place, cut in enumerate(cut_patches(faces, layer, unit, each)):
        row, column = divmod(place, _ACROSS)
        top, left = row * (each + _GAP), column * (each + _GAP)
        tile[top : top + each, left : left + each] = squared(cut.image, each)
    return clear_image(tile)


def squared(image: np.ndarray, side: int) -> np.ndarray:
    """Put a picture, RGB uint8 (h, w, 3) of at most this side, into the middle of a square.

    Returns RGBA (side, side, 4): patches at the edge of a face are narrow, and nothing is beside.
    """
    height, width = image.shape[:2]
    square = np.zeros((side, side, 4), np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    square[top : top + height, left : left + width, :3] = image
    square[top : top + height, left : left + width, 3] = 255
    return square


def clear_image(image: np.ndarray) -> QImage:
    """Return a picture, RGBA uint8 (H, W, 4), as a QImage that owns its bytes."""
    height, width = image.shape[:2]
    borrowed = QImage(image.data, width, height, image.strides[0], QImage.Format.Format_RGBA8888)
    return borrowed.copy()
