"""Brings a face into the fixed position that the encoder was trained with."""

from dataclasses import dataclass

import numpy as np

from facedesk.opencv import cv2
from facedesk.vision.detection import Detection

CHIP_SIDE = 150

# Where the five landmarks lie in the 150×150 chip of the default encoder.
CHIP_LANDMARKS = np.array(
    [[46.4, 45.3], [101.7, 45.3], [74.0, 78.0], [49.6, 101.8], [98.5, 101.8]], np.float32
)

# The same face is looked at in five ways: as it should lie, a little larger and smaller, and moved
# two ways. Landmarks are never exact, and what all five have in common does not depend on that.
# Each is a scale around the middle of the chip and a shift in its pixels.
_VIEWS = ((1.0, 0.0), (1.06, 0.0), (0.95, 0.0), (1.0, 3.0), (1.0, -3.0))
VIEWS = len(_VIEWS)


@dataclass(frozen=True)
class AlignedFace:
    """A face turned upright and scaled: image RGB uint8 (150, 150, 3), read-only."""

    image: np.ndarray
    detection: Detection


def align(image: np.ndarray, detection: Detection, view: int = 0) -> AlignedFace:
    """Cut the face out of a picture, RGB uint8 (H, W, 3); what lies outside it is black.

    view: in which of the ways, 0…VIEWS − 1; 0 is as it should lie.
    """
    matrix = similarity(detection.landmarks, _landmarks_of(view))
    chip = _warped(image, matrix)
    chip.setflags(write=False)
    return AlignedFace(chip, detection)


def align_all(image: np.ndarray, detection: Detection) -> tuple[AlignedFace, ...]:
    """Cut the face out in all VIEWS ways."""
    return tuple(align(image, detection, view) for view in range(VIEWS))


def _landmarks_of(view: int) -> np.ndarray:
    scale, shift = _VIEWS[view]
    middle = np.float32((CHIP_SIDE - 1) / 2)
    return ((CHIP_LANDMARKS - middle) * scale + middle + shift).astype(np.float32)


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


def _warped(image: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """Warp to the chip; a large face is first averaged down, since bilinear reading would alias."""
    scale = np.sqrt(abs(np.linalg.det(matrix[:, :2])))
    if scale < 0.5:
        image, matrix = _cropped(image, matrix, margin=2 / scale)
        whole = np.array([image.shape[1], image.shape[0]])
        size = np.maximum(np.rint(whole * scale), 1).astype(int)
        # Asked for by size, so that it is stretched to exactly the ratio reckoned with below.
        image = cv2.resize(image, size.tolist(), interpolation=cv2.INTER_AREA)
        ratio = size / whole
        # Pixel centres lie at half-integers, so the halves move with the scale.
        matrix = matrix.copy()
        matrix[:, 2] += matrix[:, :2] @ (0.5 / ratio - 0.5)
        matrix[:, :2] = matrix[:, :2] / ratio
    return cv2.warpAffine(image, matrix, (CHIP_SIDE, CHIP_SIDE), flags=cv2.INTER_LINEAR)


def _cropped(image: np.ndarray, matrix: np.ndarray, margin: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the part of a picture that the chip is read from, and the matrix from there."""
    side = CHIP_SIDE - 1
    corners = np.array([[0, 0], [side, 0], [0, side], [side, side]])
    there = (corners - matrix[:, 2]) @ np.linalg.inv(matrix[:, :2]).T
    size = np.array([image.shape[1], image.shape[0]])
    # At least a pixel, also where the face lies outside the picture altogether.
    left, top = np.clip(np.floor(there.min(axis=0) - margin), 0, size - 1).astype(int)
    right, bottom = np.ceil(np.clip(there.max(axis=0) + margin, [left + 1, top + 1], size))
    moved = matrix.copy()
    moved[:, 2] += matrix[:, :2] @ np.array([left, top])
    return image[top : int(bottom), left : int(right)], moved
