"""Which pixels of a chip a place in a layer can see, reckoned from kernels, strides and paddings.

A box is x1, y1, x2, y2 in pixels of the chip; x2 and y2 are the first ones outside.
"""

from collections.abc import Iterator

import numpy as np
from torch import nn

from facedesk.encoder.resnet29 import ResidualBlock, ResNet29
from facedesk.vision.alignment import CHIP_SIDE

# What lies outside a layer sees nothing: no box is changed when it is joined with this one.
_NOTHING = (CHIP_SIDE, CHIP_SIDE, 0, 0)


def boxes_of(network: ResNet29) -> Iterator[np.ndarray]:
    """Yield the boxes of all places: of the stem, each block and the last layer.

    Each is int (R, C, 4) for R × C places. They are those of the branches and skips together: of
    the places that block 11 and 14 fill up from the skip alone, that of the skip.
    """
    boxes = _through_layer(_pixels(), network.stem)
    yield boxes
    boxes = _through(boxes, 3, 2)
    for block in network.blocks:
        boxes = _through_block(boxes, block)
        yield boxes
    low, high = boxes[..., :2].min(axis=(0, 1)), boxes[..., 2:].max(axis=(0, 1))
    yield np.concatenate([low, high])[None, None]


def _pixels() -> np.ndarray:
    """Return the boxes of the pixels themselves, (150, 150, 4)."""
    y, x = np.mgrid[:CHIP_SIDE, :CHIP_SIDE]
    return np.stack([x, y, x + 1, y + 1], axis=-1)


def _through_block(boxes: np.ndarray, block: ResidualBlock) -> np.ndarray:
    branch = _through_layer(_through_layer(boxes, block.first), block.second)
    skip = _through(boxes, 2, 2) if block.halves else boxes
    shape = np.maximum(branch.shape, skip.shape)
    return _joined(_filled_up(branch, shape), _filled_up(skip, shape))


def _through_layer(boxes: np.ndarray, layer: nn.Conv2d) -> np.ndarray:
    return _through(boxes, layer.kernel_size[0], layer.stride[0], layer.padding[0])


def _through(boxes: np.ndarray, kernel: int, stride: int, padding: int = 0) -> np.ndarray:
    """Return what windows see: of a convolution, or of a pool."""
    padded = np.full(np.add(boxes.shape, (2 * padding, 2 * padding, 0)), _NOTHING)
    padded[padding : padding + len(boxes), padding : padding + boxes.shape[1]] = boxes
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel, kernel), axis=(0, 1))
    windows = windows[::stride, ::stride]
    low, high = windows[:, :, :2].min(axis=(3, 4)), windows[:, :, 2:].max(axis=(3, 4))
    return np.concatenate([low, high], axis=-1)


def _filled_up(boxes: np.ndarray, shape: np.ndarray) -> np.ndarray:
    """Add places that see nothing at the end of rows and columns."""
    filled = np.full(shape, _NOTHING)
    filled[: len(boxes), : boxes.shape[1]] = boxes
    return filled


def _joined(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the boxes around both."""
    low = np.minimum(first[..., :2], second[..., :2])
    return np.concatenate([low, np.maximum(first[..., 2:], second[..., 2:])], axis=-1)
