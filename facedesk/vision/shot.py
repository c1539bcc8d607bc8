"""One face in one picture, good enough to keep."""

from dataclasses import dataclass

import numpy as np

from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality


@dataclass(frozen=True)
class Shot:
    """image: the whole picture, RGB uint8 (H, W, 3), read-only; and the face in it."""

    image: np.ndarray
    detection: Detection
    quality: Quality
