"""Makes of a good photo what a webcam would have shown of the same face: dark, small, noisy.

In the order in which a picture comes about: distance, light, lens and motion, sensor, gain, file.
Light and noise are reckoned in linear light. None of it is what training does to its photos (see
training/augmentation.py), so that an encoder trained there is not tried on what it was taught.
"""

import hashlib
from pathlib import Path

import numpy as np

from facedesk.opencv import cv2

VERSION = 1  # another one whenever the same photo comes to another picture
_GAMMA = 2.2
# Pixels between the eyes, 63 mm apart, that 640 pixels over 60 degrees show at 2 m and at 1 m.
_EYE_DISTANCE = (17.0, 35.0)
_STOPS = (0.0, 3.5)  # by which there is too little light; each halves it
_GAIN = 0.6  # share of the missing stops that the camera makes up for by amplifying
_SIDE = 0.5  # how much more, or less, light there is at an edge than in the middle
_CAST = 0.15  # of the white balance, as a logarithm
_BLUR = (0.3, 1.0)  # radius (sigma) in pixels
_SMEAR = (0.0, 4.0)  # pixels that the head moves while the picture is taken
_PHOTONS = (100.0, 1000.0)  # that make white, counted by a pixel
_QUALITY = (35, 80)  # of the JPEG


def as_webcam(photo: np.ndarray, eye_distance: float, random: np.random.Generator) -> np.ndarray:
    """Return a webcam's picture of a photo, RGB uint8 (H, W, 3) -> (h, w, 3), never larger.

    eye_distance: of the face that matters, in pixels of the photo.
    """
    light = _to_linear(_farther(photo, random.uniform(*_EYE_DISTANCE) / eye_distance))
    stops = random.uniform(*_STOPS)
    light *= np.float32(0.5**stops) * _from_one_side(light.shape, random)
    light *= np.exp(random.uniform(-_CAST, _CAST, 3)).astype(np.float32)
    light = _unsharp(light, random)
    photons = random.uniform(*_PHOTONS)
    seen = random.poisson(np.clip(light, 0, 1) * photons).astype(np.float32) / np.float32(photons)
    return _as_jpeg(_from_linear(seen * np.float32(2 ** (_GAIN * stops))), random)


def random_of(photo: Path) -> np.random.Generator:
    """Return the draws for FOLDER/PERSON/photo.jpg: the same wherever the folder lies."""
    digest = hashlib.sha256(f"{photo.parent.name}/{photo.name}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


def _farther(photo: np.ndarray, scale: float) -> np.ndarray:
    if scale >= 1:
        return photo
    size = np.maximum(np.rint(np.array(photo.shape[1::-1]) * scale), 1).astype(int)
    return cv2.resize(photo, size.tolist(), interpolation=cv2.INTER_AREA)


def _from_one_side(shape: tuple[int, ...], random: np.random.Generator) -> np.ndarray:
    """Return how much light there is where: float32 (H, W, 1), 1 in the middle."""
    height, width = shape[:2]
    across, down = random.uniform(-_SIDE, _SIDE, 2)
    columns = np.linspace(-across, across, width, dtype=np.float32)
    rows = np.linspace(-down, down, height, dtype=np.float32)
    return np.maximum(1 + columns[None, :, None] + rows[:, None, None], 0)


def _unsharp(light: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Blur by the lens, then smear along a line."""
    blurred = cv2.GaussianBlur(light, (0, 0), random.uniform(*_BLUR))
    length, angle = random.uniform(*_SMEAR), random.uniform(0, np.pi)
    across, down = length / 2 * np.cos(angle), length / 2 * np.sin(angle)
    height, width = light.shape[:2]
    moments = np.linspace(-1, 1, 5)
    moved = [
        cv2.warpAffine(
            blurred,
            np.array([[1, 0, moment * across], [0, 1, moment * down]]),
            (width, height),
            borderMode=cv2.BORDER_REPLICATE,
        )
        for moment in moments
    ]
    return np.mean(moved, axis=0, dtype=np.float32)


def _as_jpeg(picture: np.ndarray, random: np.random.Generator) -> np.ndarray:
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(_QUALITY[0], _QUALITY[1] + 1))]
    _, data = cv2.imencode(".jpg", picture[:, :, ::-1], quality)
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[:, :, ::-1])


def _to_linear(picture: np.ndarray) -> np.ndarray:
    return (picture / np.float32(255)) ** np.float32(_GAMMA)


def _from_linear(light: np.ndarray) -> np.ndarray:
    return np.rint(255 * np.clip(light, 0, 1) ** np.float32(1 / _GAMMA)).astype(np.uint8)
