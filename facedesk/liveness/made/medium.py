"""What paper and screens do to the picture on them."""

from dataclasses import dataclass

import numpy as np

from facedesk.liveness.made.sensor import compressed, toned
from facedesk.opencv import cv2


def printed(picture: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return a picture, RGB uint8, as a printer makes it: fewer colours, and the paper's grain."""
    black, white = random.uniform(10, 55), random.uniform(200, 250)
    colours = np.exp(random.uniform(-0.12, 0.12, 3))
    grain = cv2.GaussianBlur(random.standard_normal(picture.shape[:2]), (0, 0), 0.7)[:, :, None]
    inked = black + picture / 255 * (white - black) * colours + grain * random.uniform(0, 6)
    return np.clip(np.rint(inked), 0, 255).astype(np.uint8)


def shown(picture: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return a picture, RGB uint8, as a screen shows it: compressed, brighter and bluer."""
    colours = np.exp(random.uniform(-0.1, 0.1, 3) + np.array([-0.05, 0.0, 0.07]))
    bright = toned(picture, random.uniform(0.75, 1.15), colours, random.uniform(0, 18))
    return compressed(bright, int(random.uniform(25, 92)))


@dataclass(frozen=True)
class Moire:
    """Stripes where the pixels of a screen and those of a camera fall out of step.

    strength: grey values. period: pixels of the camera. angle: radians.
    """

    strength: float
    period: float
    angle: float

    def on(self, read: np.ndarray, tilt: float) -> np.ndarray:
        """Return what the stripes add, float32 (H, W, 3): one phase for each colour.

        read: float32 (H, W, 2), the pixel of the screen that each pixel of the camera sees. tilt:
        radians by which the screen is turned just now; a little changes the stripes a lot.
        """
        angle, period = self.angle + 4 * tilt, self.period * np.exp(2 * tilt)
        along = (read[..., 0] * np.cos(angle) + read[..., 1] * np.sin(angle)) / period
        phases = np.array([0, 0.33, 0.66], np.float32)
        turns = along.astype(np.float32)[..., None] + phases
        return np.float32(self.strength) * np.sin(np.float32(2 * np.pi) * turns)


def moire(random: np.random.Generator, often: float) -> Moire:
    """Return chance stripes. often: 0…1, how often there are some."""
    strength = random.choice([0.0, random.uniform(2, 14)], p=[1 - often, often])
    period = np.exp(random.uniform(np.log(3), np.log(25)))
    return Moire(float(strength), float(period), random.uniform(0, np.pi))


@dataclass(frozen=True)
class Bands:
    """A screen is drawn anew while the camera looks: darker bands run through the picture.

    strength: grey values. speed: how many run through in a second. width: 0…1 of the height.
    """

    strength: float
    speed: float
    width: float

    def on(self, read: np.ndarray, time_s: float) -> np.ndarray:
        """Return what they take away at one time: float32 (H, 1, 1)."""
        height = len(read)
        rows = (np.arange(height) / height + self.speed * time_s) % 1
        dark = np.exp(-(((rows - 0.5) / self.width) ** 2))
        return (-self.strength * dark).astype(np.float32)[:, None, None]


def bands(random: np.random.Generator) -> Bands:
    """Return chance bands; often there are none."""
    strength = random.choice([0.0, random.uniform(4, 35)])
    speed = random.uniform(-2.5, 2.5)
    return Bands(float(strength), speed, random.uniform(0.06, 0.3))


@dataclass(frozen=True, eq=False)
class Glare:
    """The reflection of a lamp.

    place: (2,), radius: in distances between the eyes. strength: grey values. runs: how far it
    runs over the surface with each degree of turning.
    """

    place: np.ndarray
    radius: float
    strength: float
    runs: float

    def on(self, read: np.ndarray, places: np.ndarray, tilt: np.ndarray) -> np.ndarray:
        """Return the light, float32 (H, W, 1). tilt: (2,), degrees of yaw and pitch."""
        apart = np.linalg.norm(places - self.place - self.runs * tilt, axis=-1)
        light = self.strength * np.exp(-((apart / self.radius) ** 2))
        return cv2.resize(light.astype(np.float32), read.shape[1::-1])[:, :, None]


def glare(random: np.random.Generator, most: float) -> Glare:
    """Return a chance reflection of at most so many grey values; often there is none."""
    strength = random.choice([0.0, random.uniform(0.2, 1.0) * most])
    place, radius = random.uniform(-1.5, 1.5, 2), random.uniform(0.3, 1.5)
    return Glare(place, radius, float(strength), random.uniform(0.03, 0.15))
