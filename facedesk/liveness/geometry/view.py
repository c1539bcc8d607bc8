"""The part of a picture that shows a face and what is beside it, small."""

from dataclasses import dataclass

import numpy as np

from facedesk.opencv import cv2
from facedesk.shrinking import halved_to
from facedesk.vision.detection import eye_distance

_BESIDE, _ABOVE, _BELOW = 4.0, 3.0, 2.5  # of the middle of the eyes, in distances between them
_NEAREST = 0.6  # of that is left when the face has come too near an edge
_EYE_DISTANCE = 48.0  # pixels at most, in the small picture
_OTHER_SIZE = 1.5  # times larger or smaller, a face is seen in other detail


@dataclass(frozen=True)
class View:
    """A part of pictures: left, top, right and bottom in their pixels. halvings: how often."""

    left: int
    top: int
    right: int
    bottom: int
    halvings: int
    eye_distance: float

    @property
    def scale(self) -> float:
        """Pixels of the small picture for one of the large."""
        return 0.5**self.halvings

    def of(self, image: np.ndarray) -> np.ndarray:
        """Return the small picture, uint8 (h, w). image: RGB uint8 (H, W, 3), or grey (H, W)."""
        part = image[self.top : self.bottom, self.left : self.right]
        if part.ndim == 3:
            part = cv2.cvtColor(part, cv2.COLOR_RGB2GRAY)
        return halved_to(part, max(max(part.shape) >> self.halvings, 1))

    def inside(self, points: np.ndarray) -> np.ndarray:
        """Turn points of pictures (N, 2) into points of the small picture, float32."""
        shifted = points - [self.left, self.top] + 0.5
        return (shifted * self.scale - 0.5).astype(np.float32)

    def outside(self, points: np.ndarray) -> np.ndarray:
        """Turn points of the small picture (N, 2) back, float64."""
        return (points + 0.5) / self.scale - 0.5 + [self.left, self.top]

    def fits(self, landmarks: np.ndarray, shape: tuple[int, ...]) -> bool:
        """Tell whether it still shows a face well: (5, 2), in pictures of this shape."""
        now = view_around(landmarks, shape)
        if now is None:
            return False
        change = now.eye_distance / self.eye_distance
        if not 1 / _OTHER_SIZE < change < _OTHER_SIZE:
            return False
        slack = (1 - _NEAREST) * _BESIDE * self.eye_distance
        mine = np.array([self.left, self.top, self.right, self.bottom])
        best = np.array([now.left, now.top, now.right, now.bottom])
        return bool(np.abs(mine - best).max() <= slack)


def view_around(landmarks: np.ndarray, shape: tuple[int, ...]) -> View | None:
    """Return the view of a face (5, 2) in pictures of a shape; None where there is nothing."""
    if not np.isfinite(landmarks).all():
        return None
    height, width = shape[:2]
    apart = float(eye_distance(landmarks))
    x, y = landmarks[:2].mean(axis=0, dtype=np.float64)
    left, right = np.clip([x - _BESIDE * apart, x + _BESIDE * apart], 0, width).astype(int)
    top, bottom = np.clip([y - _ABOVE * apart, y + _BELOW * apart], 0, height).astype(int)
    if apart < 1 or min(right - left, bottom - top) < 2 * apart:
        return None
    halvings = max(0, int(np.ceil(np.log2(apart / _EYE_DISTANCE))))
    return View(int(left), int(top), int(right), int(bottom), halvings, apart)
