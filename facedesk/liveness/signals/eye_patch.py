"""Cuts the eyes out of a picture, so that they can be compared."""

import numpy as np

from facedesk.opencv import cv2
from facedesk.vision.alignment import warped

WIDTH, HEIGHT = 24, 16  # pixels
PER_EYE_DISTANCE = 36.0  # pixels of a patch


def eye_patches(image: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """Return both eyes, level, and the picture's right one mirrored: grey, uint8 (2, 16, 24).

    The mirrored picture of a face thus gives the same two, in the other order.
    image: RGB uint8 (H, W, 3). landmarks: (5, 2).
    """
    eyes = np.asarray(landmarks, np.float64)[:2]
    across = eyes[1] - eyes[0]
    level = np.stack([across, [-across[1], across[0]]])
    turn = level * PER_EYE_DISTANCE / max(float(across @ across), 1.0)
    middle = np.array([(WIDTH - 1) / 2, (HEIGHT - 1) / 2])
    patches = []
    for eye in eyes:
        matrix = np.column_stack([turn, middle - turn @ eye])
        patch = warped(image, matrix, WIDTH, HEIGHT)
        patches.append(cv2.cvtColor(patch, cv2.COLOR_RGB2GRAY))
    return np.stack([patches[0], patches[1][:, ::-1]])
