"""Places photos into pictures as a webcam takes them, with something behind."""

from dataclasses import dataclass

import numpy as np

from facedesk.liveness.made.relief import Grid
from facedesk.opencv import cv2
from facedesk.vision.alignment import similarity

SIZE = (320, 240)  # of made pictures, width and height
_EYE_DISTANCES = (34.0, 62.0)  # in their pixels
_HEAD = (0.0, 0.3, 1.3, 1.85)  # an oval with face and hair: middle, half width and half height
_SHOWN = 0.8  # of its half width and half height: hair may be cut off
_SOFT = 0.12  # how far its edge fades
_FADING = 6  # pixels, at the edge of a photo


@dataclass(frozen=True, eq=False)
class SourceFace:
    """A photo to make clips of: RGB uint8 (H, W, 3), and the five landmarks of its face (5, 2)."""

    image: np.ndarray
    landmarks: np.ndarray


@dataclass(frozen=True, eq=False)
class Portrait:
    """A photo of somebody before something that is further off: RGB uint8 (240, 320, 3).

    landmarks: float64 (5, 2), in its pixels.
    """

    picture: np.ndarray
    landmarks: np.ndarray

    @property
    def grid(self) -> Grid:
        """The places of the picture."""
        return Grid(SIZE, self.landmarks)


def shows_the_head(face: SourceFace) -> bool:
    """Tell whether a photo shows about the whole head, so that it can be moved on its own."""
    height, width = face.image.shape[:2]
    x, y, across, up = _HEAD
    sides = np.array([[x - across, y], [x + across, y], [x, y - up], [x, y + up]]) * _SHOWN
    left, right, top, bottom = _in_pixels(sides, face.landmarks)
    return bool(left[0] >= 0 and right[0] <= width - 1 and top[1] >= 0 and bottom[1] <= height - 1)


def portrait(face: SourceFace, other: np.ndarray, random: np.random.Generator) -> Portrait:
    """Return a photo at a chance place and size, before a part of some other picture."""
    eye_distance = random.uniform(*_EYE_DISTANCES)
    eyes = face.landmarks[:2].astype(np.float64)
    middle = np.array(SIZE) * [0.5, 0.42] + random.uniform(-1, 1, 2) * [40, 18]
    to_picture = similarity(eyes, middle + np.array([[-0.5, 0], [0.5, 0]]) * eye_distance)
    image, matrix = _averaged_down(face.image, to_picture)
    how = {"flags": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_REPLICATE}
    picture = cv2.warpAffine(image, matrix, SIZE, **how)
    covered = cv2.warpAffine(np.ones(image.shape[:2], np.float32), matrix, SIZE)
    fading = np.clip(2 * cv2.GaussianBlur(covered, (0, 0), _FADING) - 1, 0, 1)[:, :, None]
    landmarks = face.landmarks @ to_picture[:, :2].T + to_picture[:, 2]
    return Portrait(blended(backdrop(other, random), picture, fading), landmarks)


def backdrop(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return something out of focus to stand behind: any picture, RGB uint8 -> (240, 320, 3)."""
    height, width = image.shape[:2]
    side = random.uniform(0.3, 0.9)
    left, top = (random.uniform(0, 1 - side, 2) * [width, height]).astype(int)
    part = image[top : top + max(int(side * height), 8), left : left + max(int(side * width), 8)]
    large = cv2.resize(part, SIZE, interpolation=cv2.INTER_LINEAR)
    return cv2.GaussianBlur(large, (0, 0), random.uniform(3, 14))


def head_alpha(places: np.ndarray) -> np.ndarray:
    """Return how much of each place (…, 2) belongs to the head: 0…1, (…)."""
    x, y, across, up = _HEAD
    inside = 1 - np.hypot((places[..., 0] - x) / across, (places[..., 1] - y) / up)
    return np.clip(inside / _SOFT, 0, 1)


def without_head(whole: Portrait) -> np.ndarray:
    """Return the picture as it is behind the head, RGB uint8."""
    small = cv2.resize(whole.picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    alpha = whole.grid.spread(head_alpha(whole.grid.places))
    hidden = cv2.resize(alpha, small.shape[1::-1], interpolation=cv2.INTER_AREA) > 0
    filled = cv2.inpaint(small, hidden.astype(np.uint8), 3, cv2.INPAINT_TELEA)
    return blended(whole.picture, cv2.resize(filled, SIZE), alpha[:, :, None])


def blended(below: np.ndarray, above: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Lay one picture over another. alpha: float32 (H, W, 1), 1 where the upper one is seen."""
    return np.rint(below + (above.astype(np.float32) - below) * alpha).astype(np.uint8)


def _in_pixels(places: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    return Grid((0, 0), landmarks.astype(np.float64)).pixels(places)


def _averaged_down(image: np.ndarray, matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Make a photo that will be shown smaller small first, since reading it would alias."""
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    if scale >= 0.8:
        return image, matrix
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ratio = np.array(small.shape[1::-1]) / np.array(image.shape[1::-1])
    found = matrix.copy()
    found[:, 2] += found[:, :2] @ (0.5 / ratio - 0.5)
    found[:, :2] /= ratio
    return small, found
