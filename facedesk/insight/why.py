"""Why two faces match, or do not: how much each region of them speaks for it, or against.

A region of a face is covered with the mean colour of that face, and the two are compared again
(occlusion, after Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", 2014).
Where they are less alike then, the region speaks for the match; where they are more alike, against.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from facedesk.encoder.encoder import Encoder
from facedesk.vision.alignment import CHIP, CHIP_LANDMARKS, CHIP_SIDE, similarity, warped

_ACROSS = 8  # regions along a side; neighbours overlap
_WIDTH = 0.75  # of a bell, in steps of the grid
_BATCH = 32


@dataclass(frozen=True, eq=False)
class Why:
    """Two aligned faces and what speaks for and against the match.

    first, second: RGB uint8 (150, 150, 3). similarity: 2 − d. for_first, for_second: float32
    (150, 150), by how much the similarity falls where a region of that face is covered: above 0
    it speaks for the match, below 0 against it. All are read-only.
    """

    first: np.ndarray
    second: np.ndarray
    similarity: float
    for_first: np.ndarray
    for_second: np.ndarray

    def __post_init__(self) -> None:
        for values in (self.first, self.second, self.for_first, self.for_second):
            values.setflags(write=False)

    @property
    def most(self) -> float:
        """The greatest change, of either sign: what a scale of colours ends with; above 0."""
        return max(float(np.abs(each).max()) for each in (self.for_first, self.for_second)) or 1.0


def why(
    first: np.ndarray,
    second: np.ndarray,
    encoder: Encoder,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Why:
    """Compare two aligned faces, RGB uint8 (150, 150, 3), region by region.

    An encoder that wants faces cut out otherwise is given what it would see of these. progress:
    told regions done and regions in all; whatever it raises ends the work.
    """
    one, other = _encoded(np.stack([first, second]), encoder)
    covers = _covers()
    total = 2 * len(covers)
    maps = [
        _for(chip, against, float(one @ other), covers, encoder, progress, done, total)
        for chip, against, done in ((first, other, 0), (second, one, len(covers)))
    ]
    progress(total, total)
    return Why(first, second, float(2 * one @ other), *maps)


def _for(
    chip: np.ndarray,
    against: np.ndarray,
    cosine: float,
    covers: np.ndarray,
    encoder: Encoder,
    progress: Callable[[int, int], None],
    done: int,
    total: int,
) -> np.ndarray:
    """Return the map of one of the faces. covers: float32 (M, 150, 150), 0…1."""
    colour = chip.mean(axis=(0, 1), dtype=np.float32)
    changes = []
    for start in range(0, len(covers), _BATCH):
        progress(done + start, total)
        cover = covers[start : start + _BATCH, :, :, None]
        covered = np.rint(chip * (1 - cover) + colour * cover).astype(np.uint8)
        changes.append(2 * (cosine - _encoded(covered, encoder) @ against))
    # Each pixel gets the mean of the changes, weighted by how much it was covered.
    found = np.tensordot(np.concatenate(changes), covers, axes=1) / covers.sum(axis=0)
    return found.astype(np.float32)


def _encoded(chips: np.ndarray, encoder: Encoder) -> np.ndarray:
    """Return the templates of chips, RGB uint8 (N, 150, 150, 3): unit, float32 (N, D)."""
    shape = encoder.chip
    if shape != CHIP:
        matrix = similarity(CHIP_LANDMARKS, shape.landmarks())
        chips = np.stack([warped(chip, matrix, shape.side, shape.side) for chip in chips])
    return encoder.vectors(chips)


def _covers() -> np.ndarray:
    """Return bells on a regular grid, the first and last at the borders: float32 (M, 150, 150)."""
    centres = np.linspace(0, CHIP_SIDE - 1, _ACROSS)
    width = _WIDTH * centres[1]
    apart = np.arange(CHIP_SIDE) - centres[:, None]
    bells = np.exp(-((apart / width) ** 2) / 2).astype(np.float32)
    both = bells[:, None, :, None] * bells[None, :, None, :]
    return both.reshape(-1, CHIP_SIDE, CHIP_SIDE)
