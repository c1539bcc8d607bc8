"""Clips of people who walk about, look far around, and have things before their face: to learn."""

import numpy as np

from facedesk.liveness.made.attacks import photo_on_screen, print_moving, screen_moving
from facedesk.liveness.made.kinds import Kind, MadeClip, filmed
from facedesk.liveness.made.live_clip import live_moving
from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.scene import SourceFace, blended
from facedesk.liveness.made.turning import Poses
from facedesk.liveness.made.wander import wander
from facedesk.opencv import cv2

_PASSED = 0.3  # how often something is before the face
_MOST = 3  # things
_LEFT, _RIGHT, _TOP, _BOTTOM = -2.0, 2.0, 0.2, 2.5  # where they are, in distances between the eyes
# Hands, sleeves and microphones.
_COLOURS = (
    (224, 172, 138),
    (198, 134, 98),
    (141, 85, 54),
    (92, 58, 40),
    (20, 20, 22),
    (60, 60, 70),
)


def make_restless_clip(
    kind: Kind, face: SourceFace, other: np.ndarray, times: np.ndarray, random: np.random.Generator
) -> MadeClip:
    """Return a clip as make_clip does, of somebody restless; screens show clips of such people."""
    moving = _moving(kind, face, other, times, random)
    return filmed(kind, passed_by(moving, times, random), times, random)


def _moving(
    kind: Kind, face: SourceFace, other: np.ndarray, times: np.ndarray, random: np.random.Generator
) -> Moving:
    if kind is Kind.PRINT:
        return print_moving(face, other, times, random)
    if kind is Kind.PHOTO_ON_SCREEN:
        return photo_on_screen(face, other, times, random)
    living = live_moving(face, other, times, random, poses=restless_poses(times, random))
    if kind is Kind.LIVE:
        return living
    return screen_moving(living, other, times, random)


def restless_poses(times: np.ndarray, random: np.random.Generator) -> Poses:
    """Return how somebody moves their head who walks, speaks on a stage or looks all around."""
    lively, slow = random.uniform(0.3, 1.0), random.choice([0.6, 1.2])
    yaw, pitch, roll = (
        wander(random, times, lively * reach, 5, 0.9 * slow) for reach in (38.0, 15.0, 12.0)
    )
    aside = random.choice([0.0, random.uniform(-22, 22)])
    shift = np.stack(
        [wander(random, times, lively * reach, 6, 1.2 * slow) for reach in (2.6, 0.8, 2.2)], axis=1
    )
    return Poses(aside + yaw, pitch, roll, shift)


def passed_by(moving: Moving, times: np.ndarray, random: np.random.Generator) -> Moving:
    """Return pictures with things now and then before them: a hand, a sleeve, a microphone."""
    if random.random() >= _PASSED:
        return moving
    pictures = moving.pictures
    for _ in range(int(random.integers(1, _MOST + 1))):
        pictures = _passed(pictures, moving.landmarks[0], times, random)
    return Moving(pictures, moving.landmarks)


def _passed(
    pictures: list[np.ndarray],
    landmarks: np.ndarray,
    times: np.ndarray,
    random: np.random.Generator,
) -> list[np.ndarray]:
    """Draw one thing before all pictures: an oval that wanders and turns."""
    apart = float(np.linalg.norm(landmarks[1] - landmarks[0]))
    start = np.array([random.uniform(_LEFT, _RIGHT), random.uniform(_TOP, _BOTTOM)])
    start = landmarks.mean(axis=0) + apart * start
    reach = apart * random.uniform(0.1, 1.6)
    paths = [start[axis] + wander(random, times, reach, 4, 0.6) for axis in (0, 1)]
    angles = random.uniform(0, 180) + wander(random, times, 40, 3, 0.6)
    size = (2 * apart * random.uniform(0.12, 0.6, 2)).tolist()
    colour = np.array(_COLOURS[random.integers(len(_COLOURS))]) * random.uniform(0.6, 1.1)
    soft = random.uniform(0.6, 2.0)
    found = []
    for picture, x, y, angle in zip(pictures, *paths, angles, strict=True):
        alpha = np.zeros(picture.shape[:2], np.float32)
        cv2.ellipse(alpha, ((float(x), float(y)), size, float(angle)), 1.0, cv2.FILLED)
        alpha = cv2.GaussianBlur(alpha, (0, 0), soft)[:, :, None]
        found.append(blended(picture, np.broadcast_to(colour, picture.shape), alpha))
    return found
