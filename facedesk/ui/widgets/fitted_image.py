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


def face_image(image: np.ndarray, box: np.ndarray, side: int, room: float = 1.6) -> QImage:
    """Return a square around a face in side × side device pixels.

    image: RGB uint8 (H, W, 3). box: (4,) in pixels. room: side of the square in sides of the box;
    at the border of the picture the square is moved inside.
    """
    height, width = image.shape[:2]
    wanted = max(box[2] - box[0], box[3] - box[1]) * room
    cut = int(np.clip(wanted, 1, min(width, height)))
    left = int(np.clip((box[0] + box[2] - cut) / 2, 0, width - cut))
    top = int(np.clip((box[1] + box[3] - cut) / 2, 0, height - cut))
    return fitted_image(image[top : top + cut, left : left + cut], side, side)
