"""Something flat with a face on it that somebody holds up: how it lies, and what is seen of it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from facedesk.liveness.head_shape import face_coordinates
from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.relief import Camera, Depth, Grid, came_from, moved_to
from facedesk.liveness.made.scene import blended
from facedesk.liveness.made.turning import Poses
from facedesk.liveness.made.wander import wander
from facedesk.opencv import cv2
from facedesk.vision.detection import eye_distance

_DISTANCES = (5.0, 12.0)  # of the camera, in distances between the eyes
_POSTER = 6.0  # so much more on each side is never seen to its end
_WRIST = np.array([0.0, 3.0, 0.0])  # what is held turns about the hand
_SKIN = np.array([[224, 172, 138], [198, 134, 98], [141, 85, 54], [92, 58, 40]], np.float32)

# What the surface adds at one time: from the pixels of the sheet that are seen, float32 (H, W, 2),
# and their places, float64 (h, w, 2), to grey values, float32 (H, W, 3).
Light = Callable[[int, np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True, eq=False)
class Sheet:
    """All lengths in distances between the eyes.

    corners: left, top, right, bottom of the picture on it. border: its width around that, in
    `colour`, (3,). bend: (T,), how much deeper than its middle it lies one length away. light: see
    Light.
    """

    corners: tuple[float, float, float, float]
    border: float
    colour: np.ndarray
    bend: np.ndarray
    light: Light

    def depth(self, time: int) -> Depth:
        """Return how deep its places lie at one time; it is bent about an upright axis."""
        return lambda places: -self.bend[time] * places[..., 0] ** 2

    def within(self, places: np.ndarray) -> np.ndarray:
        """Return how far within its picture places (…, 2) lie: (…), negative outside."""
        left, top, right, bottom = self.corners
        x, y = places[..., 0], places[..., 1]
        return np.min([x - left, right - x, y - top, bottom - y], axis=0)


def chance_corners(random: np.random.Generator) -> tuple[float, float, float, float]:
    """Return a picture with the whole face on it; now and then, more than the camera sees."""
    larger = random.choice([0.0, random.uniform(0, 1.5), _POSTER], p=[0.35, 0.55, 0.10])
    left, right = (random.uniform(1.15, 1.5, 2) + larger).tolist()
    top, bottom = random.uniform(1.1, 1.6) + larger, random.uniform(1.75, 2.4) + larger
    return -left, -top, right, bottom


def fill_the_view(corners: tuple[float, float, float, float]) -> bool:
    """Tell whether the edges of such a picture are not seen."""
    return corners[2] >= _POSTER


def held_poses(times: np.ndarray, random: np.random.Generator) -> Poses:
    """Return how a hand holds something up: still, as still as it can, or to imitate a head."""
    lively = random.choice([0.08, random.uniform(0.2, 1.0)], p=[0.25, 0.75])
    tilt = random.uniform(-1, 1, 3) * [8, 8, 5]
    yaw, pitch, roll = (
        start + wander(random, times, lively * reach, 4, 0.7)
        for start, reach in zip(tilt, (24.0, 16.0, 9.0), strict=True)
    )
    shift = np.stack(
        [wander(random, times, lively * reach, 5, 0.8) for reach in (0.8, 0.6, 1.6)], axis=1
    )
    return Poses(yaw, pitch, roll, shift)


def held(
    sheet: Sheet, content: Moving, wall: np.ndarray, poses: Poses, random: np.random.Generator
) -> Moving:
    """Return what a camera sees of a sheet. content: what is on it at each time."""
    grid = Grid(content.pictures[0].shape[1::-1], content.landmarks[0])
    camera = Camera(random.uniform(*_DISTANCES), _WRIST)
    fingers = _fingers(sheet, random)
    pixels = float(eye_distance(grid.landmarks))
    pictures, landmarks = [], []
    for time, picture in enumerate(content.pictures):
        pose = sheet.depth(time), poses.rotation(time), poses.shift[time], camera
        places = came_from(grid.places, *pose)
        read = grid.spread(grid.pixels(places))
        on_it = cv2.remap(picture, read, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        within = grid.spread(sheet.within(places))
        seen = blended(
            np.broadcast_to(sheet.colour, on_it.shape), on_it, _edge(within, pixels)
        ) + sheet.light(time, read, places)
        seen = np.clip(np.rint(seen), 0, 255).astype(np.uint8)
        seen = blended(wall, seen, _edge(within + sheet.border, pixels))
        pictures.append(_with_fingers(seen, grid, places, fingers))
        marks = face_coordinates(content.landmarks[time], grid.landmarks)
        landmarks.append(grid.pixels(moved_to(marks, *pose)))
    return Moving(pictures, np.stack(landmarks))


def _edge(within: np.ndarray, pixels: float) -> np.ndarray:
    """Return 1 within, 0 outside, and between them no more than a pixel: float32 (H, W, 1)."""
    return np.clip(within * pixels + 0.5, 0, 1).astype(np.float32)[:, :, None]


@dataclass(frozen=True, eq=False)
class _Finger:
    middle: np.ndarray
    half: np.ndarray
    colour: np.ndarray


def _fingers(sheet: Sheet, random: np.random.Generator) -> list[_Finger]:
    """Return the fingers that hold a sheet: none, or some at its left or right edge."""
    if random.random() < 0.5:
        return []
    left, _, right, bottom = sheet.corners
    side = random.choice([left - sheet.border, right + sheet.border])
    low = bottom - random.uniform(0.3, 1.5)
    colour = _SKIN[random.integers(len(_SKIN))] * random.uniform(0.7, 1.1)
    return [
        _Finger(np.array([side, low + 0.33 * k]), np.array([0.45, 0.16]), colour)
        for k in range(int(random.integers(1, 5)))
    ]


def _with_fingers(
    picture: np.ndarray, grid: Grid, places: np.ndarray, fingers: list[_Finger]
) -> np.ndarray:
    for finger in fingers:
        apart = np.linalg.norm((places - finger.middle) / finger.half, axis=-1)
        alpha = grid.spread(np.clip((1 - apart) * 3, 0, 1))[:, :, None]
        round_ = grid.spread(1 - 0.35 * np.clip(apart, 0, 1) ** 2)[:, :, None]
        picture = blended(picture, finger.colour * round_, alpha)
    return picture
