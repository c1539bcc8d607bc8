"""Brings a face into the fixed position that the encoder was trained with."""

from dataclasses import dataclass

import numpy as np

from facedesk.opencv import cv2
from facedesk.vision.detection import Detection

# The same face is looked at in five ways: as it should lie, a little larger and smaller, and moved
# two ways. Landmarks are never exact, and what all five have in common does not depend on that.
# Each is a scale around the middle of the chip and a shift, in pixels of a chip of 150.
_VIEWS = ((1.0, 0.0), (1.06, 0.0), (0.95, 0.0), (1.0, 3.0), (1.0, -3.0))
VIEWS = len(_VIEWS)

CHIP_SIDE = 150


@dataclass(frozen=True)
class ChipShape:
    """How an encoder wants faces cut out: side × side pixels.

    points: x and y of the five landmarks there.
    """

    side: int
    points: tuple[tuple[float, float], ...]

    def landmarks(self, view: int = 0) -> np.ndarray:
        """Return where the landmarks lie in a view, 0…VIEWS − 1: float32 (5, 2)."""
        scale, shift = _VIEWS[view]
        middle = np.float32((self.side - 1) / 2)
        points = np.array(self.points, np.float32)
        moved = (points - middle) * scale + middle + shift * self.side / CHIP_SIDE
        return moved.astype(np.float32)


# Of the default encoder, and of what judges, shows and trains on faces.
CHIP = ChipShape(
    CHIP_SIDE, ((46.4, 45.3), (101.7, 45.3), (74.0, 78.0), (49.6, 101.8), (98.5, 101.8))
)
CHIP_LANDMARKS = np.array(CHIP.points, np.float32)
# Of ArcFace (Deng et al. 2019) and the many encoders that are trained like it.
ARCFACE_CHIP = ChipShape(
    112,
    (
        (38.2946, 51.6963),
        (73.5318, 51.5014),
        (56.0252, 71.7366),
        (41.5493, 92.3655),
        (70.7299, 92.2041),
    ),
)


@dataclass(frozen=True)
class AlignedFace:
    """A face turned upright and scaled: image RGB uint8 (S, S, 3), read-only."""

    image: np.ndarray
    detection: Detection


def align(
    image: np.ndarray, detection: Detection, view: int = 0, shape: ChipShape = CHIP
) -> AlignedFace:
    """Cut the face out of a picture, RGB uint8 (H, W, 3); what lies outside it is black.

    view: in which of the ways, 0…VIEWS − 1; 0 is as it should lie.
    """
    matrix = similarity(detection.landmarks, shape.landmarks(view))
    chip = warped(image, matrix, shape.side, shape.side)
    chip.setflags(write=False)
    return AlignedFace(chip, detection)


def align_all(
    image: np.ndarray, detection: Detection, shape: ChipShape = CHIP
) -> tuple[AlignedFace, ...]:
    """Cut the face out in all VIEWS ways."""
    return tuple(align(image, detection, view, shape) for view in range(VIEWS))


def moved_chip(chip: np.ndarray, view: int) -> np.ndarray:
    """Return an aligned face, RGB uint8 (150, 150, 3), as it lies in another of the ways.

    For chips whose picture is not at hand; what was outside them is mirrored in.
    """
    matrix = similarity(CHIP.landmarks(), CHIP.landmarks(view))
    return cv2.warpAffine(chip, matrix, (CHIP_SIDE, CHIP_SIDE), borderMode=cv2.BORDER_REFLECT_101)


def similarity(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Return the 2×3 matrix (rotation, one scale, shift) that best takes source to target points.

    source, target: (N, 2). Least squares without reflection: Umeyama, "Least-squares estimation
    of transformation parameters between two point patterns", 1991.
    """
    source_mean, target_mean = source.mean(axis=0), target.mean(axis=0)
    centred = source - source_mean
    spread = (centred**2).sum() / len(source)
    u, scales, vt = np.linalg.svd((target - target_mean).T @ centred / len(source))
    signs = np.array([1.0, np.sign(np.linalg.det(u) * np.linalg.det(vt)) or 1.0])
    rotation = u @ np.diag(signs) @ vt
    scale = (scales * signs).sum() / max(spread, 1e-9)
    shift = target_mean - scale * rotation @ source_mean
    return np.column_stack([scale * rotation, shift])


def warped(image: np.ndarray, matrix: np.ndarray, width: int, height: int) -> np.ndarray:
    """Take a picture, RGB uint8 (H, W, 3), to another by a 2×3 matrix: uint8 (height, width, 3).

    matrix: as of similarity. What is large is first averaged down, since bilinear reading would
    alias. What lies outside the picture is black.
    """
    scale = np.sqrt(abs(np.linalg.det(matrix[:, :2])))
    if scale < 0.5:
        image, matrix = _cropped(image, matrix, (width, height), margin=2 / scale)
        whole = np.array([image.shape[1], image.shape[0]])
        size = np.maximum(np.rint(whole * scale), 1).astype(int)
        # Asked for by size, so that it is stretched to exactly the ratio reckoned with below.
        image = cv2.resize(image, size.tolist(), interpolation=cv2.INTER_AREA)
        matrix = from_resized(matrix, size / whole)
    return cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_LINEAR)


def from_resized(matrix: np.ndarray, ratio: np.ndarray) -> np.ndarray:
    """Return the 2×3 matrix that takes a resized picture to where another takes the picture itself.

    ratio: (2,), its width and height to those before.
    """
    # Pixel centres lie at half-integers, so the halves move with the scale.
    shift = matrix[:, 2] + matrix[:, :2] @ (0.5 / ratio - 0.5)
    return np.column_stack([matrix[:, :2] / ratio, shift])


def _cropped(
    image: np.ndarray, matrix: np.ndarray, target: tuple[int, int], margin: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the part of a picture that is read, and the matrix from there.

    target: width and height of what is made.
    """
    right, bottom = target[0] - 1, target[1] - 1
    corners = np.array([[0, 0], [right, 0], [0, bottom], [right, bottom]])
    there = (corners - matrix[:, 2]) @ np.linalg.inv(matrix[:, :2]).T
    size = np.array([image.shape[1], image.shape[0]])
    # At least a pixel, also where the face lies outside the picture altogether.
    left, top = np.clip(np.floor(there.min(axis=0) - margin), 0, size - 1).astype(int)
    right, bottom = np.ceil(np.clip(there.max(axis=0) + margin, [left + 1, top + 1], size))
    moved = matrix.copy()
    moved[:, 2] += matrix[:, :2] @ np.array([left, top])
    return image[top : int(bottom), left : int(right)], moved
