"""A face found in a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np


@dataclass(frozen=True)
class Detection:
    """Where a face is.

    box: float32 (4,), x1, y1, x2, y2 in pixels; it may reach past the border of the picture.
    landmarks: float32 (5, 2), x and y in pixels: left eye, right eye, nose tip, left mouth corner,
        right mouth corner, as seen in the picture.
    score: probability that it is a face, 0…1.
    """

    box: np.ndarray
    landmarks: np.ndarray
    score: float

    @property
    def width(self) -> float:
        """Width of the box in pixels."""
        return float(self.box[2] - self.box[0])

    @property
    def height(self) -> float:
        """Height of the box in pixels."""
        return float(self.box[3] - self.box[1])

    @property
    def eye_distance(self) -> float:
        """Pixels between the eyes, the usual measure of how much of a face there is to see."""
        return float(eye_distance(self.landmarks))


def eye_distance(landmarks: np.ndarray) -> np.ndarray:
    """Return how far the eyes of one face or of many are apart: (…, 5, 2) -> (…)."""
    return np.linalg.norm(landmarks[..., 1, :] - landmarks[..., 0, :], axis=-1)


def detection_at(landmarks: np.ndarray) -> Detection:
    """Return the detection that landmarks, float32 (5, 2), alone stand for."""
    box = np.concatenate([landmarks.min(axis=0), landmarks.max(axis=0)])
    return Detection(box, landmarks, 1.0)


class Detector(Protocol):
    """Finds faces and their five landmarks; may be asked by several threads at once.

    id: another one whenever it finds them elsewhere.
    """

    id: str

    def detect(self, image: np.ndarray, smallest_face: float = 40.0) -> tuple[Detection, ...]:
        """Return the faces in a picture, the surest first.

        image: RGB uint8 (H, W, 3). smallest_face: side in pixels of the smallest face looked for.
        """


def main_face(found: Sequence[Detection], width: int, height: int) -> Detection:
    """Return the face a photo is of: large, and near the middle of the picture."""
    middle = np.array([width, height]) / 2

    def off_centre(detection: Detection) -> float:
        centre = (detection.box[:2] + detection.box[2:]) / 2
        return float(np.linalg.norm(centre - middle)) - detection.width / 2

    return min(found, key=off_centre)
