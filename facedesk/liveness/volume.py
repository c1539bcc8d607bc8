"""What the 3-D network is given: a few seconds of a face, held still, time × height × width."""

from collections.abc import Sequence

import numpy as np

from facedesk.opencv import cv2
from facedesk.vision.alignment import similarity

SIDE = 88  # pixels
PICTURES = 16
SECONDS = 3.0
_EYE_DISTANCE = 27.0  # pixels: 3.3 distances between the eyes are seen each way
_EYES = np.array([[-0.5, 0], [0.5, 0]]) * _EYE_DISTANCE + [SIDE / 2, SIDE * 0.40]
_MOUTH = np.array([[-0.39, 1.02], [0.39, 1.02]]) * _EYE_DISTANCE + [SIDE / 2, SIDE * 0.40]
_TARGETS = np.concatenate([_EYES, _MOUTH])
_FOUR = (0, 1, 3, 4)  # of the landmarks; the tip of the nose moves against the others


def cut_out(picture: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """Return the face with what is around it, upright and of one size: RGB uint8 (88, 88, 3).

    picture: RGB uint8 (H, W, 3). landmarks: (5, 2).
    """
    matrix = similarity(np.asarray(landmarks, np.float64)[list(_FOUR)], _TARGETS)
    how = {"flags": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_REPLICATE}
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    if scale < 0.5:
        picture = cv2.resize(
            picture, None, fx=2 * scale, fy=2 * scale, interpolation=cv2.INTER_AREA
        )
        matrix = np.column_stack([matrix[:, :2] / (2 * scale), matrix[:, 2]])
    return cv2.warpAffine(picture, matrix, (SIDE, SIDE), **how)


def chosen(times: Sequence[float]) -> np.ndarray:
    """Return which of some pictures make up a volume: PICTURES numbers, evenly over the time.

    times: seconds, rising. Where there are too few, some are taken more than once.
    """
    wanted = np.linspace(times[0], times[-1], PICTURES)
    return np.abs(np.asarray(times)[:, None] - wanted).argmin(axis=0)
