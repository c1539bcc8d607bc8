"""Cuts avatars out of pictures."""

import numpy as np

from facedesk.gallery.cut_out import CutOut, cut_out_of
from facedesk.gallery.photo import StoredPhoto
from facedesk.vision.detection import Detection

_STORED = CutOut(surroundings=2.2, most_pixels=512, jpeg_quality=92)
# Where a face that fills a square has its landmarks: from the middle, in sides of the square.
_FILLING = np.array([[-0.11, -0.06], [0.11, -0.06], [0, 0.06], [-0.09, 0.17], [0.09, 0.17]])


def cut_avatar(image: np.ndarray, face: Detection | None) -> StoredPhoto:
    """Cut an avatar out of a picture, RGB uint8 (H, W, 3).

    face: what it is framed by; None: the largest square in the middle is taken.
    """
    return cut_out_of(image, face or _filling_the_middle(image), _STORED)


def _filling_the_middle(image: np.ndarray) -> Detection:
    middle = np.array(image.shape[1::-1]) / 2
    side = min(image.shape[:2])
    half = side / 2 / _STORED.surroundings
    box = np.concatenate([middle - half, middle + half]).astype(np.float32)
    return Detection(box, (middle + side * _FILLING).astype(np.float32), 0.0)
