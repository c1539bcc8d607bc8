"""Makes pictures of eyes that are open, shut, and between, from photos of open eyes."""

import numpy as np

from facedesk.liveness.head_shape import picture_coordinates
from facedesk.liveness.made.expression import expressed
from facedesk.liveness.made.scene import SourceFace
from facedesk.liveness.made.sensor import compressed
from facedesk.liveness.signals.eye_patch import HEIGHT, PER_EYE_DISTANCE, WIDTH
from facedesk.opencv import cv2

# In distances between the eyes. An eye is an almond about its middle.
_HALF_WIDTH = (0.17, 0.24)
_ABOVE, _BELOW = (0.05, 0.09), (0.04, 0.08)  # how far its lids are from its middle
_LID = (0.05, 0.13)  # the skin above it that comes down over it
_MISSED = 0.035  # standard deviation of where the detector puts an eye
_FINER = 3  # pixels are made this much smaller first
_EYE_DISTANCES = (18.0, 90.0)  # pixels, of faces as a camera sees them
_GLASSES = 0.15  # share of eyes that get some


def made_patches(
    face: SourceFace, closed: np.ndarray, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Return both eyes of a face for each time they are closed so far, as eye_patches would.

    closed: (N,), 0…1. Returns uint8 (2 N, 16, 24) and the openings, float32 (2 N,).
    """
    patches, openings = [], []
    for each in closed:
        for eye in (-0.5, 0.5):
            patches.append(_made_patch(face, eye, float(each), random))
            openings.append(1 - each)
    return np.stack(patches), np.array(openings, np.float32)


def _made_patch(
    face: SourceFace, eye: float, closed: float, random: np.random.Generator
) -> np.ndarray:
    places = _places(random)
    places[..., 0] = places[..., 0] * -np.sign(eye) + eye
    shut = _lid_drawn if random.random() < 0.6 else _skin_moved
    read = shut(places, eye, closed, random)
    pixels = picture_coordinates(read, face.landmarks)
    how = {"interpolation": cv2.INTER_LINEAR, "borderMode": cv2.BORDER_REPLICATE}
    fine = cv2.remap(face.image, pixels.astype(np.float32), None, **how)
    grey = cv2.cvtColor(fine, cv2.COLOR_RGB2GRAY)
    if random.random() < _GLASSES:
        grey = _with_glasses(grey, random)
    return _as_seen(grey, random)


def _places(random: np.random.Generator) -> np.ndarray:
    """Return the places of a patch about the middle of an eye: float64 (48, 72, 2)."""
    xs = (np.arange(WIDTH * _FINER) + 0.5) / _FINER - WIDTH / 2
    ys = (np.arange(HEIGHT * _FINER) + 0.5) / _FINER - HEIGHT / 2
    places = np.stack(np.meshgrid(xs, ys), axis=-1) / PER_EYE_DISTANCE
    angle, size = np.radians(random.normal(0, 4)), np.exp(random.normal(0, 0.08))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    squeezed = np.array([random.uniform(0.75, 1.05), random.uniform(0.85, 1.05)])  # turned heads
    return places @ turn * size / squeezed + random.normal(0, _MISSED, 2)


def _lid_drawn(
    places: np.ndarray, eye: float, closed: float, random: np.random.Generator
) -> np.ndarray:
    """Stretch the skin of the upper lid, with its lashes, down to where the lid has come."""
    x, y = places[..., 0] - eye, places[..., 1]
    almond = np.maximum(1 - (x / random.uniform(*_HALF_WIDTH)) ** 2, 0)
    upper, lower = -random.uniform(*_ABOVE) * almond, random.uniform(*_BELOW) * almond
    lid = random.uniform(*_LID)
    edge = upper + closed * (lower - upper)
    crease = upper - lid
    stretched = crease + (y - crease) * lid / (edge - crease)
    read = places.copy()
    read[..., 1] = np.where((y > crease) & (y < edge), stretched, y)
    return read


def _skin_moved(
    places: np.ndarray, eye: float, closed: float, random: np.random.Generator
) -> np.ndarray:
    return expressed(places, closed, 0, 0)


def _with_glasses(grey: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Draw part of a frame around the eye, and sometimes a reflection on the glass."""
    height, width = grey.shape
    drawn = grey.copy()
    middle = (np.array([width, height]) / 2 + random.normal(0, 4, 2)).astype(int)
    half = (random.uniform([22, 16], [40, 30])).astype(int)
    cv2.ellipse(
        drawn,
        middle.tolist(),
        half.tolist(),
        0,
        0,
        360,
        int(random.uniform(10, 120)),
        int(random.integers(1, 6)),
        cv2.LINE_AA,
    )
    if random.random() < 0.4:
        spot = np.zeros_like(grey)
        at = (random.uniform([0, 0], [width, height])).astype(int).tolist()
        cv2.ellipse(spot, at, random.integers(2, 12, 2).tolist(), 0, 0, 360, 255, -1)
        spot = cv2.GaussianBlur(spot, (0, 0), random.uniform(1, 4))
        drawn = cv2.addWeighted(drawn, 1.0, spot, random.uniform(0.2, 0.9), 0)
    return drawn


def _as_seen(fine: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return what a camera, not always a good one, and eye_patches make of it."""
    share = np.exp(random.uniform(*np.log(_EYE_DISTANCES))) / PER_EYE_DISTANCE
    size = max(round(WIDTH * share), 6), max(round(HEIGHT * share), 4)
    seen = cv2.resize(fine, size, interpolation=cv2.INTER_AREA)
    blur = random.uniform(-0.5, 1.0)
    if blur > 0.3:
        seen = cv2.GaussianBlur(seen, (0, 0), blur)
    noisy = seen * np.exp(random.uniform(-1.0, 0.3)) + random.normal(
        0, random.uniform(0, 7), seen.shape
    )
    seen = np.clip(np.rint(noisy), 0, 255).astype(np.uint8)
    if random.random() < 0.5:
        seen = compressed(np.repeat(seen[..., None], 3, axis=2), int(random.uniform(35, 96)))[
            ..., 1
        ]
    how = cv2.INTER_AREA if share > 1 else cv2.INTER_LINEAR
    return cv2.resize(seen, (WIDTH, HEIGHT), interpolation=how)
