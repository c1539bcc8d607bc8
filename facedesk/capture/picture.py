"""What a reader reads."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Picture:
    """image: RGB uint8 (H, W, 3); time_s and scene: see Frame."""

    image: np.ndarray
    time_s: float
    scene: int = 0
