"""Makes a good photo look like a webcam's picture: each effect a function, and all of them at once.

Effects take and return a chip, RGB uint8 (H, W, 3), and draw what they do from a generator: the
same generator, the same picture. Their ranges come from looking at webcam pictures.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from facedesk.opencv import cv2

_Effect = Callable[[np.ndarray, np.random.Generator], np.ndarray]


def flipped(chip: np.ndarray, _: np.random.Generator) -> np.ndarray:
    """Return the mirror image."""
    return np.ascontiguousarray(chip[:, ::-1])


def misaligned(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Turn by up to 6 degrees, scale by up to 7 %, move by up to 4 pixels: inexact landmarks."""
    height, width = chip.shape[:2]
    middle = ((width - 1) / 2, (height - 1) / 2)
    matrix = cv2.getRotationMatrix2D(middle, random.uniform(-6, 6), random.uniform(0.93, 1.07))
    matrix[:, 2] += random.uniform(-4, 4, 2)
    return cv2.warpAffine(chip, matrix, (width, height), borderMode=cv2.BORDER_REFLECT_101)


def covered(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Put a patch of one colour over a tenth to a third of each side: a hand, a cup, a scarf."""
    sides = np.array(chip.shape[:2])
    size = (sides * random.uniform(0.15, 0.45, 2)).astype(int)
    top, left = (random.uniform(0, 1, 2) * (sides - size)).astype(int)
    found = chip.copy()
    found[top : top + size[0], left : left + size[1]] = random.integers(0, 256, 3)
    return found


def relit(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Change exposure and contrast, and let the light come from one side."""
    gamma = np.exp(random.uniform(-0.6, 0.9))
    gain = random.uniform(0.5, 1.25)
    across, down = random.uniform(-0.35, 0.35, 2)
    columns = np.linspace(-across, across, chip.shape[1], dtype=np.float32)
    rows = np.linspace(-down, down, chip.shape[0], dtype=np.float32)
    light = gain * (1 + columns + rows[:, None])
    return _rounded(255 * (chip / np.float32(255)) ** np.float32(gamma) * light[:, :, None])


def tinted(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Get the white balance wrong, and the saturation."""
    gains = np.exp(random.uniform(-0.25, 0.25, 3)).astype(np.float32)
    coloured = chip * gains
    grey = coloured.mean(axis=2, keepdims=True)
    return _rounded(grey + (coloured - grey) * np.float32(random.uniform(0.3, 1.2)))


def moved(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Smear along a line of 3 to 11 pixels: the head moved."""
    length = int(random.integers(3, 12))
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    middle = ((length - 1) / 2, (length - 1) / 2)
    matrix = cv2.getRotationMatrix2D(middle, random.uniform(0, 180), 1)
    kernel = cv2.warpAffine(kernel, matrix, (length, length))
    return cv2.filter2D(chip, -1, kernel / kernel.sum())


def blurred(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Blur with a radius (sigma) of 0.5 to 2.5 pixels: out of focus."""
    return cv2.GaussianBlur(chip, (0, 0), random.uniform(0.5, 2.5))


def coarse(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Show as much as a face 28 to 100 pixels wide does: far from the camera."""
    height, width = chip.shape[:2]
    side = int(random.integers(28, 101))
    small = cv2.resize(chip, (side, side), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)


def noisy(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Add noise with a deviation of 2 to 16 grey values: little light."""
    noise = random.standard_normal(chip.shape, np.float32)
    return _rounded(chip + noise * np.float32(random.uniform(2, 16)))


def compressed(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Compress as JPEG with a quality of 15 to 70."""
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(15, 71))]
    _, data = cv2.imencode(".jpg", chip[:, :, ::-1], quality)
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[:, :, ::-1])


@dataclass(frozen=True)
class Effect:
    """What is done to shares, 0…1, of good, of usual and of poor pictures."""

    apply: _Effect
    good: float
    usual: float
    poor: float

    @property
    def name(self) -> str:
        """Its name, for people who read English."""
        return self.apply.__name__

    @property
    def share(self) -> float:
        """The share of all pictures that it is done to, 0…1."""
        return GOOD * self.good + USUAL * self.usual + POOR * self.poor


# Shares of pictures: some stay good, lest the encoder forget good photos; and some have nearly
# everything at once, as it is in the evening far from the camera.
GOOD, USUAL, POOR = 0.25, 0.4, 0.35
# In the order in which they come about: the face, the light, the lens, the sensor, the file.
EFFECTS = (
    Effect(flipped, 0.5, 0.5, 0.5),
    Effect(misaligned, 0.5, 0.5, 0.7),
    Effect(covered, 0, 0.15, 0.1),
    Effect(relit, 0, 0.6, 0.9),
    Effect(tinted, 0, 0.4, 0.5),
    Effect(moved, 0, 0.15, 0.4),
    Effect(blurred, 0, 0.25, 0.6),
    Effect(coarse, 0, 0.3, 0.8),
    Effect(noisy, 0, 0.3, 0.9),
    Effect(compressed, 0, 0.3, 0.8),
)


def augmented(chip: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return the chip with whichever effects chance chooses: RGB uint8 (H, W, 3), not read-only."""
    kind = random.random()
    found = chip.copy()
    for effect in EFFECTS:
        share = effect.good if kind < GOOD else effect.usual if kind < GOOD + USUAL else effect.poor
        if random.random() < share:
            found = effect.apply(found, random)
    return found


def _rounded(values: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)
