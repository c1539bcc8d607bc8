"""Turns pictures into QImages of the size they are painted in."""

import numpy as np
from PySide6.QtGui import QImage

from facedesk.opencv import cv2


def fitted_image(image: np.ndarray, width: int, height: int, mirrored: bool = False) -> QImage:
    """Return a picture, RGB uint8 (H, W, 3), in width × height device pixels; it owns its bytes.

    Resizing here, once for each picture, is smoother and several times faster than leaving it to
    the painter at every repaint.
    """
    width, height = max(width, 1), max(height, 1)
    # Halving first keeps fine patterns from flickering, and takes a fifth of the time of
    # averaging to the final size in one step.
    while image.shape[1] >= 2 * width and image.shape[0] >= 2 * height:
        half = image.shape[1] // 2, image.shape[0] // 2
        image = cv2.resize(image, half, interpolation=cv2.INTER_AREA)
    fitted = cv2.resize(image, (width, height), interpolation=cv2.INTER_LINEAR)
    if mirrored:
        fitted = cv2.flip(fitted, 1)
    borrowed = QImage(
        fitted.data,
        fitted.shape[1],
        fitted.shape[0],
        fitted.strides[0],
        QImage.Format.Format_RGB888,
    )
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)
