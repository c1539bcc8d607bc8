"""Moves what is on a surface as the surface moves: what stands out further moves further."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from facedesk.liveness.head_shape import face_coordinates, picture_coordinates
from facedesk.opencv import cv2

Depth = Callable[[np.ndarray], np.ndarray]  # of places (…, 2): (…); see head_shape.depth_at
_COARSE = 5  # pixels between the places that are reckoned exactly
_ROUNDS = 6  # to find the place that moved to a pixel; more change nothing that is seen


@dataclass(frozen=True, eq=False)
class Camera:
    """Distances between the eyes. distance: from the face. pivot: (3,), what turns turn about."""

    distance: float
    pivot: np.ndarray


def moved_to(
    places: np.ndarray, depth: Depth, rotation: np.ndarray, shift: np.ndarray, camera: Camera
) -> np.ndarray:
    """Return where places of a surface (…, 2) are seen after a turn and a shift: (…, 2).

    Both in face coordinates. rotation: (3, 3), shift: (3,), see Poses. Without turn and shift
    everything stays where it is.
    """
    height = depth(places) - depth(np.zeros(2))
    away = camera.distance - height
    solid = np.concatenate([places * (away / camera.distance)[..., None], height[..., None]], -1)
    turned = (solid - camera.pivot) @ rotation.T + camera.pivot + shift
    return turned[..., :2] * (camera.distance / (camera.distance - turned[..., 2]))[..., None]


def came_from(
    places: np.ndarray, depth: Depth, rotation: np.ndarray, shift: np.ndarray, camera: Camera
) -> np.ndarray:
    """Return which places are seen at places (…, 2) afterwards: what moved_to undoes, (…, 2)."""
    pose = depth, rotation, shift, camera
    corner = np.array([[0.0, 0.0], [0.1, 0.0], [0.0, 0.1]])
    middle, right, down = moved_to(corner, *pose)
    steps = np.linalg.inv(np.stack([right - middle, down - middle]) / 0.1)  # nearly, everywhere
    found = (places - middle) @ steps
    for _ in range(_ROUNDS):
        found = found - (moved_to(found, *pose) - places) @ steps
    return found


@dataclass(frozen=True, eq=False)
class Grid:
    """Some places of a picture, a few pixels apart, in face coordinates.

    size: (W, H). landmarks: float64 (5, 2), of the face in its pixels, before any movement.
    """

    size: tuple[int, int]
    landmarks: np.ndarray

    @cached_property
    def places(self) -> np.ndarray:
        """They, float64 (h, w, 2)."""
        width, height = self.size
        xs = np.linspace(0, width - 1, width // _COARSE)
        ys = np.linspace(0, height - 1, height // _COARSE)
        pixels = np.stack(np.meshgrid(xs, ys), axis=-1)
        return face_coordinates(pixels, self.landmarks)

    def pixels(self, places: np.ndarray) -> np.ndarray:
        """Turn places (…, 2) into pixels of the picture, float64 (…, 2)."""
        return picture_coordinates(places, self.landmarks)

    def spread(self, values: np.ndarray) -> np.ndarray:
        """Return a value for every pixel from those of the places: float32 (H, W, …)."""
        height, width = values.shape[:2]
        # Its corners stay its corners, unlike with cv2.resize.
        down = np.array(
            [
                [(width - 1) / (self.size[0] - 1), 0, 0],
                [0, (height - 1) / (self.size[1] - 1), 0],
            ]
        )
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return cv2.warpAffine(values.astype(np.float32), down, self.size, flags=how)
