"""Style pictures that facedesk makes itself, drawn anew in whatever size is wanted."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Pattern:
    """id: for settings and commands. name: what people read, in English."""

    id: str
    name: str
    draw: Callable[[int, np.random.Generator], np.ndarray]


def draw_pattern(pattern: Pattern, side: int, seed: int = 1) -> np.ndarray:
    """Return a style picture, RGB uint8 (side, side, 3), read-only; the same seed, the same one."""
    image = pattern.draw(side, np.random.default_rng(seed))
    image.setflags(write=False)
    return image


def _waves(side: int, random: np.random.Generator) -> np.ndarray:
    rows, columns = np.mgrid[:side, :side] / side
    phase = 20 * rows + 2 * np.sin(9 * columns + random.uniform(0, 6))
    tone = (np.sin(2 * np.pi * phase / 2) + 1) / 2
    dark, light = np.array([20, 50, 120]), np.array([240, 225, 190])
    return np.rint(dark + tone[:, :, None] * (light - dark)).astype(np.uint8)


PATTERNS = (Pattern("waves", "Waves", _waves),)
