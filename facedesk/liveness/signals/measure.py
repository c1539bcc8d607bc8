"""Measures the signals of a face in one frame."""

import math

import numpy as np
import torch

from facedesk.liveness.head_shape import picture_coordinates
from facedesk.liveness.signals.eye_network import EyeNetwork, openings
from facedesk.liveness.signals.eye_patch import eye_patches
from facedesk.liveness.signals.face_signals import FaceSignals
from facedesk.vision.detection import eye_distance
from facedesk.vision.quality import pose

# Forehead and cheeks in face coordinates. There is skin on most faces, and little of it moves when
# somebody talks.
_SKIN = np.array([[0.0, -0.42], [-0.55, 0.5], [0.55, 0.5]])
_HALF_SIDE = 0.15
_LEAST_EYE_DISTANCE = 4.0  # pixels; with less nothing can be measured


def measure(
    image: np.ndarray, landmarks: np.ndarray, time_s: float, network: EyeNetwork
) -> FaceSignals | None:
    """Return the signals of a face; None where the landmarks can't be those of one.

    image: RGB uint8 (H, W, 3). landmarks: (5, 2). Yaw and pitch come from where the tip of the nose
    lies between eyes and mouth, see vision.quality.pose: not exact, but they follow a head that
    moves, and only differences from somebody's own neutral pose are used.
    """
    places = np.asarray(landmarks, np.float64)
    if not np.isfinite(places).all():
        return None
    size = face_size(places)
    if size < _LEAST_EYE_DISTANCE:
        return None
    left, right = openings(network, torch.from_numpy(eye_patches(image, places)))
    yaw, pitch = pose(places)
    across = places[1] - places[0]
    width = image.shape[1]
    x, y = places[:2].mean(axis=0).tolist()
    return FaceSignals(
        time_s=time_s,
        eyes=(left, right),
        yaw=yaw,
        pitch=pitch,
        roll=math.degrees(math.atan2(across[1], across[0])),
        scale=size / width,
        place=(x / width, y / width),
        skin=_skin(image, places),
    )


def face_size(landmarks: np.ndarray) -> float:
    """Return how large a face is, in pixels: about the distance between its eyes.

    The root of the mean square of that distance and the one from the eyes to the mouth, of which a
    head that turns or nods shortens only one. landmarks: (5, 2).
    """
    eyes, mouth = landmarks[:2].mean(axis=0), landmarks[3:].mean(axis=0)
    across = landmarks[1] - landmarks[0]
    return math.sqrt((across @ across + (mouth - eyes) @ (mouth - eyes)) / 2)


def _skin(image: np.ndarray, landmarks: np.ndarray) -> tuple[float, float, float]:
    """Return the mean colour of forehead and cheeks; black where none of them is to be seen."""
    centres = picture_coordinates(_SKIN, landmarks)
    half = max(_HALF_SIDE * float(eye_distance(landmarks)), 1.0)
    size = np.array(image.shape[1::-1])
    total, count = np.zeros(3), 0
    for centre in centres:
        left, top = np.clip(np.rint(centre - half), 0, size).astype(int)
        right, bottom = np.clip(np.rint(centre + half), 0, size).astype(int)
        total += image[top:bottom, left:right].sum(axis=(0, 1))
        count += (bottom - top) * (right - left)
    red, green, blue = (total / max(count, 1)).tolist()
    return red, green, blue
