"""Textures without number, for a perceptual network to learn from: painted by chance.

Each is a function from its side in pixels and a generator to a canvas, RGB float32 (S, S, 3).
"""

import numpy as np

from facedesk.opencv import cv2
from facedesk.style.painting import (
    Brush,
    area,
    clouds,
    coloured,
    disc,
    hatch,
    line,
    plain,
    ranked,
    spread,
    stones,
    stroke_over,
    to_rgb,
)


def texture(side: int, random: np.random.Generator) -> np.ndarray:
    """Return a texture of any kind, RGB uint8 (S, S, 3)."""
    draw = _KINDS[random.integers(len(_KINDS))]
    canvas = draw(side, random)
    if random.random() < 0.3:
        canvas = canvas + random.uniform(0, 0.2) * clouds(side, random, 0.7)[..., None]
    if random.random() < 0.2:
        canvas = cv2.GaussianBlur(canvas, (0, 0), random.uniform(0.5, 1.5))
    return to_rgb(canvas)


def _palette(random: np.random.Generator) -> np.ndarray:
    """Return three to eight colours that go together, from dark to light: (N, 3)."""
    count = int(random.integers(3, 9))
    hues = random.uniform(0, 360) + random.choice([15, 40, 90, 180]) * random.normal(size=count)
    strong = random.uniform(0, 0.9) + 0.25 * random.normal(size=count)
    light = np.linspace(random.uniform(0, 0.5), random.uniform(0.5, 1), count)
    colours = np.stack([hues % 360, np.clip(strong, 0, 1), light], axis=1).astype(np.float32)
    return cv2.cvtColor(colours[None], cv2.COLOR_HSV2RGB)[0]


def _clouds(side: int, random: np.random.Generator) -> np.ndarray:
    return coloured(ranked(clouds(side, random, random.uniform(0.5, 2))), _palette(random))


def _marbled(side: int, random: np.random.Generator) -> np.ndarray:
    tone = np.sin(random.uniform(3, 14) * clouds(side, random, random.uniform(1.5, 2.3)))
    return coloured((tone + 1) / 2, _palette(random))


def _grating(side: int, random: np.random.Generator) -> np.ndarray:
    """Stripes that are bent a little, or two sets of them across each other."""
    rows, columns = np.mgrid[:side, :side]
    bent = random.uniform(0, 6) * clouds(side, random, 2)
    tone = np.ones((side, side))
    for _ in range(random.integers(1, 3)):
        angle, period = random.uniform(0, np.pi), random.uniform(3, 30)
        along = np.cos(angle) * columns + np.sin(angle) * rows + bent
        tone = tone * np.sin(2 * np.pi * along / period)
    return coloured((tone * random.uniform(0.7, 6) + 1) / 2, _palette(random))


def _strokes(side: int, random: np.random.Generator) -> np.ndarray:
    subject = coloured(ranked(clouds(side, random, random.uniform(1, 2))), _palette(random))
    angles = random.uniform(0, np.pi) + random.uniform(0.1, 2) * clouds(side, random, 2)
    brush = Brush(random.uniform(4, 50), random.uniform(1.5, 9), random.uniform(0, 0.4))
    canvas = plain(side, subject[0, 0])
    stroke_over(canvas, subject, angles, brush, random, random.uniform(1, 3))
    return canvas


def _hatching(side: int, random: np.random.Generator) -> np.ndarray:
    palette = _palette(random)
    canvas = plain(side, palette[-1])
    dark = ranked(clouds(side, random, 1.7))
    gap = random.uniform(3, 12)
    for angle in random.uniform(-np.pi / 2, np.pi / 2, random.integers(1, 4)):
        hatch(canvas, dark > random.uniform(0.1, 0.7), angle, gap, palette[0], random)
    return canvas


def _stones(side: int, random: np.random.Generator) -> np.ndarray:
    palette = _palette(random)
    subject = coloured(ranked(clouds(side, random, random.uniform(0, 2))), palette)
    mortar = palette[random.choice([0, -1])]
    return stones(subject, mortar, random.uniform(6, 30), random.uniform(0.5, 4), random)


def _dots(side: int, random: np.random.Generator) -> np.ndarray:
    palette = _palette(random)
    canvas = plain(side, palette[random.integers(len(palette))])
    size = random.uniform(1.5, 12)
    for x, y in random.permutation(spread(side, random, 2 * size * random.uniform(0.6, 1.4))):
        colour = palette[random.integers(len(palette))]
        disc(canvas, x, y, size * random.uniform(0.5, 1.3), colour)
    return canvas


def _shards(side: int, random: np.random.Generator) -> np.ndarray:
    palette = _palette(random)
    canvas = plain(side, palette[0])
    size, corners = random.uniform(4, 30), int(random.integers(3, 7))
    outlined = random.random() < 0.5
    for place in random.permutation(spread(side, random, size)):
        angles = np.sort(random.uniform(0, 2 * np.pi, corners))
        around = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        points = place + size * random.uniform(0.4, 1.2, (corners, 1)) * around
        area(canvas, points, palette[random.integers(len(palette))])
        if outlined:
            line(canvas, points, palette[0], 1, closed=True)
    return canvas


def _curls(side: int, random: np.random.Generator) -> np.ndarray:
    palette = _palette(random)
    canvas = plain(side, palette[random.integers(len(palette))])
    size, width = random.uniform(6, 26), int(random.integers(1, 4))
    turns = np.linspace(0, random.uniform(1, 3) * 2 * np.pi, 40)
    curl = (turns / turns[-1])[:, None] * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    for place in random.permutation(spread(side, random, size)):
        line(canvas, place + size * curl, palette[random.integers(len(palette))], width)
    return canvas


_KINDS = (
    _clouds, _marbled, _grating, _strokes, _strokes, _strokes, _hatching, _stones, _dots, _shards,
    _curls,
)  # fmt: skip
