"""The relief of a head as such: how far each place of a face stands out towards the camera.

Places are in face coordinates: the origin is midway between the eyes, x points to the right of the
picture, y down, and the distance between the eyes is 1 (about 63 mm on an adult). The proportions
are those of an average adult, rounded: nobody's head is exactly like it, and everybody's is more
like it than like a plane.
"""

import numpy as np

_SKULL = np.array([1.2, 1.75, 1.45])  # half axes: across, up and down, towards the camera
_SKULL_Y = 0.45  # its middle lies below the eyes
_RIM = 0.06  # of the skull's depth: near its outline it falls away too steeply to be seen

# Bumps and hollows on it: place (x, y), half width, half height, and how far they stand out.
_RELIEF = (
    (0.0, 0.32, 0.15, 0.28, 0.16),  # bridge of the nose
    (0.0, 0.62, 0.19, 0.14, 0.24),  # its tip
    (-0.5, 0.02, 0.26, 0.16, -0.10),  # eyes
    (0.5, 0.02, 0.26, 0.16, -0.10),
    (0.0, -0.32, 0.75, 0.14, 0.05),  # brow
    (0.0, 1.08, 0.32, 0.13, 0.08),  # lips
    (0.0, 1.52, 0.28, 0.16, 0.09),  # chin
)


def depth_at(places: np.ndarray) -> np.ndarray:
    """Return how far places (…, 2) stand out, in distances between the eyes: float64 (…).

    0 is the middle of the skull; places beside the head lie as deep as its rim.
    """
    x, y = places[..., 0], places[..., 1]
    across, up, towards = _SKULL
    inside = 1 - (x / across) ** 2 - ((y - _SKULL_Y) / up) ** 2
    depth = towards * np.sqrt(np.maximum(inside, _RIM))
    for left, top, width, height, stands_out in _RELIEF:
        depth += stands_out * np.exp(-(((x - left) / width) ** 2) - ((y - top) / height) ** 2)
    return depth


def face_coordinates(points: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """Turn points of a picture (…, 2) into face coordinates: float64 (…, 2).

    landmarks: (5, 2), of the face as it is in this picture.
    """
    origin, axes = _origin_and_axes(landmarks)
    return (points - origin) @ (axes / max(float(axes[0] @ axes[0]), 1e-9)).T


def picture_coordinates(places: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
    """Turn face coordinates (…, 2) into points of a picture: what face_coordinates undoes."""
    origin, axes = _origin_and_axes(landmarks)
    return places @ axes + origin


def _origin_and_axes(landmarks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return where face coordinates begin, (2,), and one step to the right and down, (2, 2)."""
    eyes = landmarks[:2].astype(np.float64)
    across = eyes[1] - eyes[0]
    return eyes.mean(axis=0), np.stack([across, [-across[1], across[0]]])
