"""What patterns and textures are painted with.

Canvases are RGB float32 (S, S, 3), 0…1; tones are float32 (S, S). Lengths are in pixels.
"""

from dataclasses import dataclass

import numpy as np

from facedesk.opencv import cv2

_SUBPIXEL_BITS = 4  # OpenCV draws at sixteenths of a pixel


def clouds(side: int, random: np.random.Generator, smoothness: float) -> np.ndarray:
    """Return a tone of mean 0 and deviation 1 whose spectrum falls with frequency^−smoothness."""
    frequencies = np.fft.fftfreq(side)
    radius = np.hypot(frequencies[:, None], frequencies)
    radius[0, 0] = 1
    spectrum = np.fft.fft2(random.standard_normal((side, side))) / radius**smoothness
    spectrum[0, 0] = 0
    tone = np.fft.ifft2(spectrum).real
    return (tone / tone.std()).astype(np.float32)


def ranked(tone: np.ndarray) -> np.ndarray:
    """Return a tone 0…1 in which every value is equally frequent."""
    order = np.empty(tone.size, np.float32)
    order[np.argsort(tone, axis=None)] = np.linspace(0, 1, tone.size, dtype=np.float32)
    return order.reshape(tone.shape)


def coloured(tone: np.ndarray, palette: np.ndarray) -> np.ndarray:
    """Return a canvas: a tone 0…1 through the colours (N, 3) in order, blended."""
    place = np.clip(tone, 0, 1) * (len(palette) - 1)
    first = np.minimum(place.astype(int), len(palette) - 2)
    share = (place - first)[..., None]
    return (palette[first] * (1 - share) + palette[first + 1] * share).astype(np.float32)


def plain(side: int, colour: np.ndarray) -> np.ndarray:
    """Return a canvas of one colour."""
    return np.tile(colour.astype(np.float32), (side, side, 1))


@dataclass(frozen=True)
class Brush:
    """length, width: of a stroke. unsteady: how much its colour changes, 0…1."""

    length: float
    width: float
    unsteady: float = 0.1


def stroke_over(
    canvas: np.ndarray,
    subject: np.ndarray,
    angles: np.ndarray,
    brush: Brush,
    random: np.random.Generator,
    coverage: float = 2.0,
) -> None:
    """Paint a subject, (S, S, 3), onto a canvas: strokes that follow angles (S, S), radians.

    coverage: how often each place is painted over.
    """
    side = len(canvas)
    count = int(coverage * side * side / (brush.length * brush.width))
    for x, y in random.uniform(0, side, (count, 2)):
        colour = subject[int(y), int(x)] + brush.unsteady * random.normal(0, 0.5)
        colour = np.clip(colour + brush.unsteady * random.normal(0, 0.3, 3), 0, 1)
        width = max(1, round(brush.width * random.uniform(0.6, 1.4)))
        line(canvas, _along(angles, x, y, brush.length), colour, width)


def line(
    canvas: np.ndarray, points: np.ndarray, colour: np.ndarray, width: int, closed: bool = False
) -> None:
    """Draw a line through points (N, 2), x and y."""
    drawn = [_exact(points)]
    cv2.polylines(canvas, drawn, closed, colour.tolist(), width, cv2.LINE_AA, _SUBPIXEL_BITS)


def area(canvas: np.ndarray, points: np.ndarray, colour: np.ndarray) -> None:
    """Fill the area that points (N, 2) surround."""
    cv2.fillPoly(canvas, [_exact(points)], colour.tolist(), cv2.LINE_AA, _SUBPIXEL_BITS)


def disc(canvas: np.ndarray, x: float, y: float, radius: float, colour: np.ndarray) -> None:
    """Fill a circle."""
    centre = _exact(np.array([x, y])).tolist()
    size = round(radius * (1 << _SUBPIXEL_BITS))
    cv2.circle(canvas, centre, size, colour.tolist(), -1, cv2.LINE_AA, _SUBPIXEL_BITS)


def hatch(
    canvas: np.ndarray,
    where: np.ndarray,
    angle: float,
    gap: float,
    colour: np.ndarray,
    random: np.random.Generator,
) -> None:
    """Draw lines at an angle, so far apart, wherever a mask (S, S) is true."""
    side = len(canvas)
    layer = np.zeros_like(canvas)
    ahead = np.array([np.cos(angle), np.sin(angle)])
    across = np.array([-ahead[1], ahead[0]])
    for offset in np.arange(-side, side, gap):
        middle = side / 2 + across * (offset + random.normal(0, 0.12 * gap))
        bend = across * random.normal(0, gap, (5, 1))
        points = middle + ahead * np.linspace(-side, side, 5)[:, None] + bend * 0.3
        line(layer, points, np.ones(3), max(1, round(gap * random.uniform(0.15, 0.35))))
    layer *= where[..., None]
    canvas *= 1 - layer
    canvas += layer * colour.astype(np.float32)


def spread(side: int, random: np.random.Generator, apart: float) -> np.ndarray:
    """Return places (N, 2) about so far apart, none on a grid that one would see."""
    steps = np.arange(apart / 2, side, apart)
    places = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    return np.clip(places + random.uniform(-0.45, 0.45, places.shape) * apart, 0, side - 1)


def stones(
    subject: np.ndarray,
    mortar: np.ndarray,
    apart: float,
    joint: float,
    random: np.random.Generator,
) -> np.ndarray:
    """Return a canvas: stones in the colours of a subject, (S, S, 3), so far apart, in mortar."""
    from scipy.spatial import cKDTree  # slow to import, and the window knows the patterns at once

    side = len(subject)
    places = spread(side, random, apart)
    columns, rows = np.meshgrid(np.arange(side), np.arange(side))
    near, whose = cKDTree(places).query(np.stack([columns, rows], axis=-1), k=2)
    across, down = places.astype(int).T
    colours = np.clip(subject[down, across] + random.normal(0, 0.06, (len(places), 1)), 0, 1)
    lit = colours[whose[..., 0]] * (1 - 0.25 * near[..., :1] / apart)
    share = np.clip((near[..., 1:] - near[..., :1]) / joint, 0, 1)
    return (lit * share + mortar * (1 - share)).astype(np.float32)


def to_rgb(canvas: np.ndarray) -> np.ndarray:
    """Return a canvas as a picture, RGB uint8 (S, S, 3)."""
    return np.rint(np.clip(canvas, 0, 1) * 255).astype(np.uint8)


def _along(angles: np.ndarray, x: float, y: float, length: float) -> np.ndarray:
    """Return four points on the way that the angles show from a place."""
    side, points = len(angles), [(x, y)]
    for _ in range(3):
        angle = angles[int(y) % side, int(x) % side]
        x, y = x + np.cos(angle) * length / 3, y + np.sin(angle) * length / 3
        points.append((x, y))
    return np.array(points)


def _exact(points: np.ndarray) -> np.ndarray:
    return np.rint(points * (1 << _SUBPIXEL_BITS)).astype(np.int32)
