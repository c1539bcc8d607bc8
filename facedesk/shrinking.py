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


def halved_to(image: np.ndarray, longest: int) -> np.ndarray:
    """Return a picture, uint8 (H, W) or (H, W, 3), halved until no side is longer than that.

    Much quicker than any other size: each pixel is the mean of four. Of an odd side, the last row
    or column is left out.
    """
    while max(image.shape[:2]) > longest and min(image.shape[:2]) > 1:
        height, width = (side // 2 for side in image.shape[:2])
        even = image[: 2 * height, : 2 * width]
        image = cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA)
    return image
