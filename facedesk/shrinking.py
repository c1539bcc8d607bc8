"""Makes large pictures smaller, where that is all the detail that is needed."""

import numpy as np

from facedesk.opencv import cv2


def shrunk(image: np.ndarray, longest: int) -> np.ndarray:
    """Return a picture, uint8 (H, W) or (H, W, 3), with no side longer than so many pixels.

    Its pixels are averaged; a picture that is small enough is returned itself.
    """
    scale = longest / max(image.shape[:2])
    if scale >= 1:
        return image
    height, width = (max(1, round(side * scale)) for side in image.shape[:2])
    return cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
