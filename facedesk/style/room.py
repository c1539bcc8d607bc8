"""How large a picture the memory has room for."""

import numpy as np

from facedesk.errors import PictureTakesMemory
from facedesk.memory import available
from facedesk.style.network import PerceptualNetwork
from facedesk.style.pictures import size_of

_ROOM = 1.2  # a part of it is for everything else
_FLOAT = 4  # bytes
# What is kept of each layer for the way back: what it is given, with a border, what it says, and a
# gradient of it.
_KEPT = 3
_STEP = 64  # sizes are told in multiples of it


def check_room(image: np.ndarray, network: PerceptualNetwork, size: int) -> None:
    """Refuse a size that memory has no room for. Raises PictureTakesMemory."""
    left = available()
    if left is not None and needed(image, network, size) * _ROOM > left:
        raise PictureTakesMemory(size=size, fits=largest_size(image, network, left))


def largest_size(image: np.ndarray, network: PerceptualNetwork, left: int) -> int:
    """Return the longest side, pixels, that a picture may be drawn at with so many bytes."""
    size = _STEP
    while needed(image, network, size + _STEP) * _ROOM <= left:
        size += _STEP
    return size


def needed(image: np.ndarray, network: PerceptualNetwork, size: int) -> int:
    """Return about how many bytes it takes to draw a picture, uint8 (H, W, 3), at a size."""
    width, height = size_of(image, size)
    floats = sum(
        _KEPT * convolution.out_channels / 4 ** (int(name.split("_")[0]) - 1)
        for name, convolution in network.convolutions.items()
    )
    return round(width * height * floats * _FLOAT)
