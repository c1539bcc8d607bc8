"""What other cameras and files would have made of a volume; to learn from, beside made/sensor."""

from collections.abc import Callable

import numpy as np
from PIL import Image

from facedesk.liveness.made.sensor import compressed
from facedesk.opencv import cv2

_AS_IT_IS = 0.3
_EACH = 0.25  # how often each change is made otherwise
_Change = Callable[[np.ndarray, np.random.Generator], np.ndarray]


def by_another_camera(volume: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return a volume, uint8 (see volume.SHAPE), as another camera or file would show it.

    Whatever is before the camera, so that nothing of it tells living heads from attacks.
    """
    if random.random() < _AS_IT_IS:
        return volume
    for change in (_softer, _darker, _hazier, _sharper, _repeated, _as_jpeg, _of_few_colours):
        if random.random() < _EACH:
            volume = change(volume, random)
    return volume


def _softer(volume: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Lose what is fine: video is smoothed, small faces are enlarged, and lenses are out of focus.

    The second view shows everything half as large.
    """
    over = random.uniform(0.5, 2.0)
    return _each(volume, lambda picture, view: cv2.GaussianBlur(picture, (0, 0), over / 2**view))


def _sharper(volume: np.ndarray, random: np.random.Generator) -> np.ndarray:
    by = random.uniform(0.3, 1.2)

    def sharp(picture: np.ndarray, _view: int) -> np.ndarray:
        soft = cv2.GaussianBlur(picture, (0, 0), 1.0)
        return cv2.addWeighted(picture, 1 + by, soft, -by, 0)

    return _each(volume, sharp)


def _darker(volume: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """A stage or a cinema: little light, and the noise that comes with it."""
    light, noise = random.uniform(0.12, 0.7), random.uniform(0, 3)
    colours = light * np.exp(random.uniform(-0.3, 0.3, 3))
    grain = noise * random.standard_normal(volume.shape, np.float32)
    return np.clip(np.rint(volume * colours + grain), 0, 255).astype(np.uint8)


def _hazier(volume: np.ndarray, random: np.random.Generator) -> np.ndarray:
    contrast, haze = random.uniform(0.25, 0.9), random.uniform(90, 200)
    return np.rint(volume * contrast + haze * (1 - contrast)).astype(np.uint8)


def _repeated(volume: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """A file with few pictures a second, or one that halts, shows some of them again."""
    shown = np.arange(len(volume))
    for at in np.sort(random.choice(np.arange(1, len(volume)), random.integers(1, 4), False)):
        shown[at] = shown[at - 1]
    return volume[shown]


def _as_jpeg(volume: np.ndarray, random: np.random.Generator) -> np.ndarray:
    quality = int(random.uniform(15, 60))
    return _each(volume, lambda picture, _view: compressed(picture, quality))


def _of_few_colours(volume: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """A GIF has 256 colours for all of a picture; a face gets few of them, mixed by dithering."""
    colours = int(random.integers(16, 80))

    def mixed(picture: np.ndarray, _view: int) -> np.ndarray:
        few = Image.fromarray(picture).quantize(colours, method=Image.Quantize.FASTOCTREE)
        few = Image.fromarray(picture).quantize(palette=few, dither=Image.Dither.FLOYDSTEINBERG)
        return np.asarray(few.convert("RGB"))

    return _each(volume, mixed)


def _each(volume: np.ndarray, change: Callable[[np.ndarray, int], np.ndarray]) -> np.ndarray:
    """Change each picture on its own, told which view it is."""
    found = [[change(picture, view) for view, picture in enumerate(seen)] for seen in volume]
    return np.stack([np.stack(views) for views in found])
