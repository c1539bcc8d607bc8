"""Pictures of something that moves."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Moving:
    """T pictures, RGB uint8 of one size, and the landmarks of the face on each: (T, 5, 2)."""

    pictures: list[np.ndarray]
    landmarks: np.ndarray
