"""One picture of a source, as it travels between the threads."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Frame:
    """image: RGB uint8 (H, W, 3), read-only.

    number: counts the frames of one opening, or of one capture thread, from 0. time_s: seconds into
    the file, or since the camera was opened. captured_at: time.monotonic() when it was read; of a
    file that is played, when it was due. scene: changes when the picture can't continue the one
    before: the next picture of a folder, another source, a camera that was opened again.
    """

    image: np.ndarray
    number: int
    time_s: float
    captured_at: float
    scene: int
