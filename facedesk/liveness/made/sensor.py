"""What a webcam makes of what is before it: the same for heads and for pictures of heads."""

import numpy as np

from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.wander import wander
from facedesk.opencv import cv2

_SHAKES = 0.2  # how often a camera is not still: it stands on a lap, or is held
_SHAKE = 6.0  # pixels
_SHARPENED_OVER = 1.0  # pixels


def shaken(moving: Moving, times: np.ndarray, random: np.random.Generator) -> Moving:
    """Return pictures as a camera sees them that now and then is not quite still."""
    if random.random() >= _SHAKES:
        return moving
    reach = random.uniform(0.2, 1) * _SHAKE
    shifts = np.stack([wander(random, times, reach, 2, 0.3) for _ in range(2)], axis=1)
    pictures = []
    for picture, (x, y) in zip(moving.pictures, shifts, strict=True):
        how = {"flags": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_REPLICATE}
        there = np.array([[1, 0, x], [0, 1, y]])
        pictures.append(cv2.warpAffine(picture, there, picture.shape[1::-1], **how))
    return Moving(pictures, moving.landmarks + shifts[:, None])


def through_a_webcam(
    pictures: list[np.ndarray], times: np.ndarray, random: np.random.Generator
) -> list[np.ndarray]:
    """Return pictures, RGB uint8, with a camera's light, focus, noise, sharpness, compression."""
    gains = np.exp(random.uniform(-0.5, 0.3) + wander(random, times, 0.12, 6, 1))
    colours = np.exp(random.uniform(-0.18, 0.18, 3))
    gamma = np.exp(random.uniform(-0.35, 0.35))
    blur = max(random.uniform(-0.6, 1.3), 0)
    sharpened = max(random.uniform(-1.0, 1.2), 0)
    noise = random.uniform(0, 7)
    quality = int(random.uniform(35, 96))
    found = []
    for picture, gain in zip(pictures, gains, strict=True):
        seen = toned(picture, float(gamma), gain * colours)
        if blur > 0.3:
            seen = cv2.GaussianBlur(seen, (0, 0), blur)
        grain = random.standard_normal(seen.shape, np.float32) * np.float32(noise)
        seen = cv2.add(seen, grain, dtype=cv2.CV_8U)
        if sharpened:
            soft = cv2.GaussianBlur(seen, (0, 0), _SHARPENED_OVER)
            seen = cv2.addWeighted(seen, 1 + sharpened, soft, -sharpened, 0)
        found.append(compressed(seen, quality))
    return found


def toned(picture: np.ndarray, gamma: float, gains: np.ndarray, offset: float = 0.0) -> np.ndarray:
    """Return a picture, RGB uint8, with each value v as 255 · (v / 255)^gamma · gain + offset.

    gains: (3,), of the colours.
    """
    values = 255 * (np.arange(256) / 255)[:, None] ** gamma * gains + offset
    return cv2.LUT(picture, np.clip(np.rint(values), 0, 255).astype(np.uint8)[None])


def compressed(picture: np.ndarray, quality: int) -> np.ndarray:
    """Return a picture, RGB uint8, after JPEG. quality: 0…100."""
    _, data = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[:, :, ::-1])
