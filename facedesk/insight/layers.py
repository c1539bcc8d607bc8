"""The layers of an encoder that can be looked into, from shallow to deep."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from facedesk.encoder.resnet29 import ResNet29
from facedesk.insight.receptive_field import boxes_of

_STEM_STRIDE = 2
_POOL_STRIDE = 2


@dataclass(frozen=True, eq=False)
class Layer:
    """A layer of the network.

    key: what commands call it: stem, block-1 … block-14, last. units: how many there are. boxes:
    int (R, C, 4), which part of a chip each of its R × C places sees: x1, y1, x2, y2 in pixels,
    the latter two outside; read-only. stride: pixels of the chip from one place to the next.
    """

    key: str
    units: int
    boxes: np.ndarray
    stride: int

    @property
    def name(self) -> str:
        """What people call it, in English."""
        word, _, number = self.key.partition("-")
        return f"Block {number}" if number else {"stem": "Stem", "last": "Last layer"}[word]

    @property
    def field(self) -> int:
        """Side of the largest square that one of its places sees, in pixels of the chip."""
        return int((self.boxes[..., 2:] - self.boxes[..., :2]).max())


def layers_of(network: ResNet29, outputs: int) -> tuple[Layer, ...]:
    """Return the layers from shallow to deep. outputs: units of the last one."""
    return tuple(
        _layer(*each)
        for each in zip(_keys_units_strides(network, outputs), boxes_of(network), strict=True)
    )


def _keys_units_strides(network: ResNet29, outputs: int) -> Iterator[tuple[str, int, int]]:
    stride = _STEM_STRIDE
    yield "stem", network.stem.out_channels, stride
    stride *= _POOL_STRIDE
    for number, block in enumerate(network.blocks, start=1):
        stride *= block.first.stride[0]
        yield f"block-{number}", block.second.out_channels, stride
    yield "last", outputs, stride


def _layer(what: tuple[str, int, int], boxes: np.ndarray) -> Layer:
    key, units, stride = what
    boxes.setflags(write=False)
    return Layer(key, units, boxes, stride)
