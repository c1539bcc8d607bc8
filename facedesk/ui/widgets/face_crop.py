"""Cuts the face out of a picture, framed alike everywhere. Safe in any thread."""

import numpy as np
from PySide6.QtGui import QImage

from facedesk.capture.photo_file import decode_photo
from facedesk.gallery.photo import StoredPhoto
from facedesk.ui.widgets.fitted_image import fitted_image

_SIDE = 4.4  # of the square, in distances from the eyes to the mouth
_UP = 0.25  # how far its centre lies above that of the landmarks: foreheads are high


def face_crop(photo: StoredPhoto, side: int) -> QImage:
    """Return the face of a stored photo as face_image does. Raises PhotoRefused."""
    return face_image(decode_photo(photo.jpeg), photo.landmarks, side)


def face_image(image: np.ndarray, landmarks: np.ndarray, side: int) -> QImage:
    """Return a square around a face in side × side device pixels.

    image: RGB uint8 (H, W, 3). landmarks: (5, 2) in its pixels. At the border of the picture the
    square is moved inside.
    """
    height, width = image.shape[:2]
    eyes, mouth = landmarks[:2].mean(axis=0), landmarks[3:].mean(axis=0)
    length = float(np.linalg.norm(mouth - eyes))
    x, y = (eyes + mouth) / 2
    cut = int(np.clip(round(length * _SIDE), 1, min(width, height)))
    left = int(np.clip(x - cut / 2, 0, width - cut))
    top = int(np.clip(y - length * _UP - cut / 2, 0, height - cut))
    return fitted_image(image[top : top + cut, left : left + cut], side, side)
