"""What the 3-D network is given: a few seconds of a face, held still, time × height × width.

Each picture is seen twice: the face itself, and it with what is around it. A screen shows its edge
and the hand that holds it there, and what is behind a head does not move with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.opencv import cv2
from facedesk.vision.alignment import from_resized, similarity

SIDE = 64  # pixels
PICTURES = 8
SECONDS = 3.0
_FACE = np.array([[-0.5, 0], [0.5, 0], [-0.39, 1.02], [0.39, 1.02]])  # eyes, corners of the mouth
_FOUR = (0, 1, 3, 4)  # of the landmarks; the tip of the nose moves against the others


@dataclass(frozen=True)
class View:
    """A part of the picture. eye_distance: pixels. eyes_at: 0…1, how far down the eyes lie."""

    eye_distance: float
    eyes_at: float

    @property
    def targets(self) -> np.ndarray:
        """Where eyes and corners of the mouth lie in it: float64 (4, 2)."""
        return _FACE * self.eye_distance + np.array([0.5, self.eyes_at]) * SIDE


VIEWS = (View(20.0, 0.375), View(10.0, 0.42))  # 1.6 and 3.2 distances between the eyes each way
SHAPE = (PICTURES, len(VIEWS), SIDE, SIDE, 3)


def cut_out(picture: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """Return a face in each view, upright and of one size: RGB uint8 (2, 64, 64, 3).

    picture: RGB uint8 (H, W, 3). landmarks: (5, 2).
    """
    points = np.asarray(landmarks, np.float64)[list(_FOUR)]
    return np.stack([_seen(picture, similarity(points, view.targets)) for view in VIEWS])


def chosen(times: Sequence[float]) -> np.ndarray:
    """Return which of some pictures make up a volume: PICTURES numbers, evenly over the time.

    times: seconds, rising. Where there are too few, some are taken more than once.
    """
    wanted = np.linspace(times[0], times[-1], PICTURES)
    return np.abs(np.asarray(times)[:, None] - wanted).argmin(axis=0)


def _seen(picture: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """Read what a similarity brings into the view; large pictures are averaged down first."""
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    if scale < 0.5:
        picture, matrix = _smaller(picture, matrix, 2 * scale)
    how = {"flags": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_REPLICATE}
    return cv2.warpAffine(picture, matrix, (SIDE, SIDE), **how)


def _smaller(
    picture: np.ndarray, matrix: np.ndarray, scale: float
) -> tuple[np.ndarray, np.ndarray]:
    """Make the part of a picture that will be seen smaller; return what brings that into view."""
    size = picture.shape[1::-1]
    back = cv2.invertAffineTransform(matrix)
    corners = np.array([[0, 0], [SIDE, 0], [0, SIDE], [SIDE, SIDE]]) @ back[:, :2].T + back[:, 2]
    start = np.clip(np.floor(corners.min(axis=0)), 0, np.array(size) - 1).astype(int)
    end = np.clip(np.ceil(corners.max(axis=0)) + 1, start + 1, size).astype(int)
    part = picture[start[1] : end[1], start[0] : end[0]]
    small = cv2.resize(
        part,
        np.maximum(np.rint((end - start) * scale), 1).astype(int),
        interpolation=cv2.INTER_AREA,
    )
    ratio = np.array(small.shape[1::-1]) / (end - start)
    from_part = np.column_stack([matrix[:, :2], matrix[:, 2] + matrix[:, :2] @ start])
    return small, from_resized(from_part, ratio)
