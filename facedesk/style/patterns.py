"""Style pictures that facedesk makes itself, drawn anew in whatever size is wanted."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from facedesk.style.painting import (
    Brush,
    area,
    clouds,
    coloured,
    disc,
    hatch,
    plain,
    ranked,
    spread,
    stones,
    stroke_over,
    to_rgb,
)


@dataclass(frozen=True)
class Pattern:
    """id: for settings and commands. name: what people read, in English."""

    id: str
    name: str
    draw: Callable[[int, np.random.Generator], np.ndarray]


def draw_pattern(pattern: Pattern, side: int, seed: int = 1) -> np.ndarray:
    """Return a style picture, RGB uint8 (side, side, 3), read-only; the same seed, the same one."""
    image = to_rgb(pattern.draw(side, np.random.default_rng(seed)))
    image.setflags(write=False)
    return image


def _night(side: int, random: np.random.Generator) -> np.ndarray:
    """Long strokes in whirls, deep blue with yellow lights."""
    palette = _palette("0b1a3c 12336e 1f5aa0 5a9bc8 cfdcc0 f2cf5b f7e9a0")
    subject = coloured(ranked(clouds(side, random, 1.9)) ** 1.4, palette)
    angles = 2.2 * clouds(side, random, 2.3)
    canvas = subject.copy()
    for share in (0.02, 0.012):
        brush = Brush(length=5.5 * share * side, width=share * side, unsteady=0.14)
        stroke_over(canvas, subject, angles, brush, random)
    return canvas


def _meadow(side: int, random: np.random.Generator) -> np.ndarray:
    """Short thick dabs: reds and greens of a meadow."""
    palette = _palette("1d3b2a 3e6b35 7fa04a d8c878 f0e4c0 e2733d c02a24")
    subject = coloured(ranked(clouds(side, random, 1.3)), palette)
    angles = 0.9 + 0.5 * clouds(side, random, 2.0)
    canvas = subject.copy()
    brush = Brush(length=0.03 * side, width=0.014 * side, unsteady=0.2)
    stroke_over(canvas, subject, angles, brush, random, 3.0)
    return canvas


def _waves(side: int, random: np.random.Generator) -> np.ndarray:
    """Rows of overlapping fans of rings, indigo on cream."""
    palette = _palette("16335b 2c5c8f f3ead3 e8d6ac 8fb3c7")
    canvas = plain(side, palette[2])
    radius = side / 7
    for row in range(-1, 21):
        for column in range(-1, 9):
            x, y = (column + row % 2 / 2) * radius, row * radius / 2.6
            for ring in range(5):
                shrunk = radius * (1 - 0.2 * ring) * random.uniform(0.97, 1.0) * 0.56
                disc(canvas, x, y, shrunk, palette[(0, 2, 1, 3, 4)[ring]])
    return canvas


def _mosaic(side: int, random: np.random.Generator) -> np.ndarray:
    """Small stones of every colour in dark mortar."""
    palette = _palette("7c1f2c c8553d e9b44c f4e8c1 5b8e7d 1b4d5a 0e2433")
    tone = ranked(clouds(side, random, 2.0))
    return stones(coloured(tone, palette), palette[-1], 0.032 * side, 0.006 * side, random)


def _ink(side: int, random: np.random.Generator) -> np.ndarray:
    """A pen's hatching in three directions, brown-black on paper."""
    palette = _palette("f4ecd8 2a211c")
    canvas = plain(side, palette[0])
    dark = ranked(clouds(side, random, 1.8))
    gap = max(3.0, 0.014 * side)  # narrower lines would run together
    for angle, from_tone in ((0.7, 0.2), (-0.75, 0.5), (0.05, 0.75)):
        hatch(canvas, dark > from_tone, angle, gap, palette[1], random)
    return canvas


def _marbling(side: int, random: np.random.Generator) -> np.ndarray:
    """Paints that float on water and were drawn through with a comb."""
    palette = _palette("1f2a44 b23a48 f6e7cb d99a4e 2f6f73 f6e7cb 7a2b3d 1f2a44")
    rows, columns = np.mgrid[:side, :side] / side
    bent = columns + 0.06 * np.sin(2 * np.pi * 7 * rows) * np.sin(np.pi * 3 * columns)
    depth = 9 * bent + 1.6 * clouds(side, random, 2.4) + 2.2 * rows
    return coloured(depth % 1, palette)


def _leaves(side: int, random: np.random.Generator) -> np.ndarray:
    """Paper cut-outs: leaves of plain colours over each other."""
    palette = _palette("f3e9dc e4572e 17bebb ffc914 2e282a 76b041 fafafa")
    canvas = plain(side, palette[0])
    for x, y in random.permutation(spread(side, random, 0.05 * side)):
        angle, long = random.uniform(0, 2 * np.pi), side * random.uniform(0.045, 0.1)
        along = np.linspace(0, 2 * np.pi, 28)
        outline = np.stack([-np.cos(along), 0.24 * np.sin(along)], axis=1)
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        area(canvas, outline * long @ turn + [x, y], palette[random.integers(1, len(palette))])
    return canvas


def _palette(text: str) -> np.ndarray:
    """Read colours, such as "0b1a3c f2cf5b", into (N, 3), 0…1."""
    return np.array([list(bytes.fromhex(each)) for each in text.split()]) / 255


PATTERNS = (
    Pattern("night", "Night sky", _night),
    Pattern("meadow", "Meadow", _meadow),
    Pattern("waves", "Waves", _waves),
    Pattern("mosaic", "Mosaic", _mosaic),
    Pattern("ink", "Pen and ink", _ink),
    Pattern("marbling", "Marbled paper", _marbling),
    Pattern("leaves", "Paper leaves", _leaves),
)
