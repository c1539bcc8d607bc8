"""Places photos into pictures as a webcam takes them, with something behind."""

from dataclasses import dataclass

import numpy as np

from facedesk.liveness.head_shape import picture_coordinates
from facedesk.liveness.made.relief import Grid
from facedesk.opencv import cv2
from facedesk.vision.alignment import from_resized, similarity

SIZE = (320, 240)  # of made pictures, width and height
_EYE_DISTANCES = (17.0, 58.0)  # in their pixels
_HEAD = (0.0, 0.3, 1.3, 1.85)  # an oval with face and hair: middle, half width and half height
_BODY = (0.0, 4.3, 2.5, 2.6)  # likewise: shoulders and chest
_SHOWN = 0.8  # of its half width and half height: hair may be cut off
_SOFT = 0.12  # how far its edge fades
_FADING = 6  # pixels, at the edge of a photo
_OUT_OF_FOCUS = (0.5, 8.0)  # pixels, beyond it
_BEFORE_SOMETHING_ELSE = 0.25
_ABOUT_THE_HEAD = 1.15  # so much more than the head is taken then, since hair differs
_BLACK = 10  # grey values, at most


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


def shows_the_head(face: SourceFace, share: float = _SHOWN) -> bool:
    """Tell whether a photo shows about the whole head, so that it can be moved on its own.

    share: of its half width and half height, 0…1.
    """
    height, width = face.image.shape[:2]
    x, y, across, up = _HEAD
    sides = np.array([[x - across, y], [x + across, y], [x, y - up], [x, y + up]]) * share
    left, right, top, bottom = picture_coordinates(sides, face.landmarks)
    return bool(left[0] >= 0 and right[0] <= width - 1 and top[1] >= 0 and bottom[1] <= height - 1)


def portrait(face: SourceFace, other: np.ndarray, random: np.random.Generator) -> Portrait:
    """Return a photo at a chance place and size.

    Where it ends it goes on, more or less out of focus; of some of them only head and body are
    taken, and put before what is behind attacks, too.
    """
    to_picture = chance_place(face.landmarks, random)
    whole = placed(face, to_picture, _going_on(face.image, to_picture, random))
    if random.random() >= _BEFORE_SOMETHING_ELSE:
        return whole
    places = whole.grid.places / _ABOUT_THE_HEAD
    person = whole.grid.spread(np.maximum(head_alpha(places), body_alpha(places)))
    behind = backdrop(other, random)
    return Portrait(blended(behind, whole.picture, person[:, :, None]), whole.landmarks)


def chance_place(landmarks: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return the similarity (2, 3) that takes a face to a chance place and size in a picture."""
    eye_distance = random.uniform(*_EYE_DISTANCES)
    middle = np.array(SIZE) * [0.5, 0.42] + random.uniform(-1, 1, 2) * [40, 18]
    there = middle + np.array([[-0.5, 0], [0.5, 0]]) * eye_distance
    return similarity(landmarks[:2].astype(np.float64), there)


def placed(face: SourceFace, to_picture: np.ndarray, behind: np.ndarray) -> Portrait:
    """Lay a photo over a picture, RGB uint8 (240, 320, 3). to_picture: a similarity (2, 3)."""
    image, matrix = _averaged_down(_without_black_corners(face.image), to_picture)
    how = {"flags": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_REPLICATE}
    picture = cv2.warpAffine(image, matrix, SIZE, **how)
    covered = cv2.warpAffine(np.ones(image.shape[:2], np.float32), matrix, SIZE)
    fading = np.clip(2 * cv2.GaussianBlur(covered, (0, 0), _FADING) - 1, 0, 1)[:, :, None]
    landmarks = face.landmarks @ to_picture[:, :2].T + to_picture[:, 2]
    return Portrait(blended(behind, picture, fading), landmarks)


def _going_on(image: np.ndarray, to_picture: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return what may lie beyond the edges of a photo: its last pixels, or all of it mirrored."""
    image, matrix = _averaged_down(_without_black_corners(image), to_picture)
    border = int(random.choice([cv2.BORDER_REPLICATE, cv2.BORDER_REFLECT]))
    around = cv2.warpAffine(image, matrix, SIZE, flags=cv2.INTER_LINEAR, borderMode=border)
    return cv2.GaussianBlur(around, (0, 0), random.uniform(*_OUT_OF_FOCUS))


def backdrop(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return something out of focus to stand behind: any picture, RGB uint8 -> (240, 320, 3)."""
    height, width = image.shape[:2]
    side = random.uniform(0.3, 0.9)
    left, top = (random.uniform(0, 1 - side, 2) * [width, height]).astype(int)
    part = image[top : top + max(int(side * height), 8), left : left + max(int(side * width), 8)]
    large = cv2.resize(part, SIZE, interpolation=cv2.INTER_LINEAR)
    soft = cv2.GaussianBlur(large, (0, 0), random.uniform(0.5, 10))
    for _ in range(random.integers(0, 3)):
        _furnish(soft, random)
    return soft


def _furnish(wall: np.ndarray, random: np.random.Generator) -> None:
    """Draw something with straight edges on a wall: rooms have doors, windows and pictures."""
    size = np.array(SIZE)
    middle, half = random.uniform(0, 1, 2) * size, random.uniform(0.08, 0.6, 2) * size
    corners = cv2.boxPoints((middle.tolist(), (2 * half).tolist(), random.uniform(-6, 6)))
    places = np.rint(corners * 16).astype(np.int32)
    colour, rim = (wall.mean(axis=(0, 1)) + random.normal(0, 40, (2, 3))).tolist()
    cv2.fillConvexPoly(wall, places, colour, cv2.LINE_AA, 4)
    thick = int(random.integers(1, 8))
    cv2.polylines(wall, [places], True, rim, thick, cv2.LINE_AA, 4)


def head_alpha(places: np.ndarray) -> np.ndarray:
    """Return how much of each place (…, 2) belongs to the head: 0…1, (…)."""
    return _within(_HEAD, places)


def body_alpha(places: np.ndarray) -> np.ndarray:
    """Return how much of each place (…, 2) belongs to shoulders and chest: 0…1, (…)."""
    return _within(_BODY, places)


def _within(oval: tuple[float, float, float, float], places: np.ndarray) -> np.ndarray:
    x, y, across, up = oval
    inside = 1 - np.hypot((places[..., 0] - x) / across, (places[..., 1] - y) / up)
    return np.clip(inside / _SOFT, 0, 1)


def without(whole: Portrait, part: np.ndarray) -> np.ndarray:
    """Return the picture as it is behind a part of it, RGB uint8.

    part: how much of each place of its grid belongs to that, 0…1, (h, w).
    """
    small = cv2.resize(whole.picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    alpha = whole.grid.spread(part)
    hidden = cv2.resize(alpha, small.shape[1::-1], interpolation=cv2.INTER_AREA) > 0
    filled = cv2.inpaint(small, hidden.astype(np.uint8), 3, cv2.INPAINT_TELEA)
    return blended(whole.picture, cv2.resize(filled, SIZE), alpha[:, :, None])


def blended(below: np.ndarray, above: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Lay one picture over another. alpha: float32 (H, W, 1), 1 where the upper one is seen."""
    upper = np.ascontiguousarray(above, np.uint8)
    lower = np.ascontiguousarray(below, np.uint8)
    return cv2.blendLinear(upper, lower, alpha[:, :, 0], 1 - alpha[:, :, 0])


def _without_black_corners(image: np.ndarray) -> np.ndarray:
    """Fill what a photo that was turned upright does not show: around a head it looks like a frame.

    That is what is black and reaches the edge of the photo.
    """
    dark = (image.max(axis=2) <= _BLACK).astype(np.uint8)
    _, regions = cv2.connectedComponents(dark)
    edges = np.concatenate([regions[0], regions[-1], regions[:, 0], regions[:, -1]])
    empty = np.isin(regions, edges[edges > 0]).astype(np.uint8)
    if not empty.any():
        return image
    empty = cv2.dilate(empty, np.ones((5, 5), np.uint8))
    size = np.maximum(np.array(image.shape[1::-1]) // 4, 1).tolist()
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    hidden = cv2.resize(empty * 255, size, interpolation=cv2.INTER_AREA)
    filled = cv2.inpaint(small, (hidden > 0).astype(np.uint8), 3, cv2.INPAINT_TELEA)
    return np.where(empty[:, :, None] > 0, cv2.resize(filled, image.shape[1::-1]), image)


def _averaged_down(image: np.ndarray, matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Make a photo that will be shown smaller small first, since reading it would alias."""
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    if scale >= 0.8:
        return image, matrix
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ratio = np.array(small.shape[1::-1]) / np.array(image.shape[1::-1])
    return small, from_resized(matrix, ratio)
