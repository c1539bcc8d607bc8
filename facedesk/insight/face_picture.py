"""A face in its picture, and parts of it cut out there."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from facedesk.vision.alignment import (
    CHIP_LANDMARKS,
    CHIP_SIDE,
    align,
    similarity,
    warped,
)
from facedesk.vision.detection import detection_at


@dataclass(frozen=True, eq=False)
class FacePicture:
    """image: RGB uint8 (H, W, 3). landmarks: float32 (5, 2) in it. name: what people call it."""

    image: np.ndarray
    landmarks: np.ndarray
    name: str

    @cached_property
    def chip(self) -> np.ndarray:
        """The aligned face, RGB uint8 (150, 150, 3), read-only."""
        return align(self.image, detection_at(self.landmarks)).image

    @cached_property
    def outside(self) -> np.ndarray:
        """Which pixels of the chip lie outside the picture: bool (150, 150)."""
        y, x = np.mgrid[:CHIP_SIDE, :CHIP_SIDE]
        there = self._in_picture(np.stack([x, y], axis=-1))
        size = np.array([self.image.shape[1], self.image.shape[0]])
        return ((there < -0.5) | (there > size - 0.5)).any(axis=-1)

    def cut(self, box: np.ndarray, side: int) -> np.ndarray:
        """Cut a box of the chip, x1, y1, x2, y2, out of the picture: RGB uint8 (h, w, 3).

        The longer side of what is cut out gets `side` pixels, however few there are in the chip.
        """
        width, height = (box[2:] - box[:2]).tolist()
        scale = side / max(width, height)
        matrix = self._to_chip * scale
        # Pixel centres lie at half-integers.
        matrix[:, 2] += (0.5 - box[:2]) * scale - 0.5
        return warped(self.image, matrix, round(width * scale), round(height * scale))

    def corners(self, box: np.ndarray) -> np.ndarray:
        """Return where the corners of a box of the chip lie in the picture, float64 (4, 2).

        They follow one another around the box, from the upper left one as the face sees it.
        """
        x1, y1, x2, y2 = box.tolist()
        return self._in_picture(np.array([[x1, y1], [x2, y1], [x2, y2], [x1, y2]]) - 0.5)

    @cached_property
    def _to_chip(self) -> np.ndarray:
        return similarity(self.landmarks, CHIP_LANDMARKS)

    def _in_picture(self, points: np.ndarray) -> np.ndarray:
        """Take points of the chip (…, 2) to the picture."""
        matrix = self._to_chip
        return (points - matrix[:, 2]) @ np.linalg.inv(matrix[:, :2]).T
