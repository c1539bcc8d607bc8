"""Makes clips of all kinds: of a living head, and of each attack."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from facedesk.liveness.made.attacks import clip_on_screen, photo_on_screen, print_moving
from facedesk.liveness.made.live_clip import live_moving
from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.scene import SourceFace
from facedesk.liveness.made.sensor import shaken, through_a_webcam
from facedesk.liveness.made.wander import wander
from facedesk.vision.detection import eye_distance


class Kind(Enum):
    """What is before the camera."""

    LIVE = "live"
    PRINT = "print"
    PHOTO_ON_SCREEN = "photo on a screen"
    CLIP_ON_SCREEN = "clip on a screen"


ATTACKS = (Kind.PRINT, Kind.PHOTO_ON_SCREEN, Kind.CLIP_ON_SCREEN)

_MOVING = {
    Kind.LIVE: live_moving,
    Kind.PRINT: print_moving,
    Kind.PHOTO_ON_SCREEN: photo_on_screen,
    Kind.CLIP_ON_SCREEN: clip_on_screen,
}
_JITTER, _DRIFT = 0.012, 0.03  # of landmarks that are found, in distances between the eyes


@dataclass(frozen=True, eq=False)
class MadeClip:
    """T pictures, RGB uint8 (240, 320, 3), as a webcam takes them.

    times: seconds, (T,). true: landmarks where they are, float64 (T, 5, 2); found: where a detector
    would find them.
    """

    kind: Kind
    pictures: list[np.ndarray]
    times: np.ndarray
    true: np.ndarray
    found: np.ndarray


def make_clip(
    kind: Kind, face: SourceFace, other: np.ndarray, times: np.ndarray, random: np.random.Generator
) -> MadeClip:
    """Return a clip of a face. other: some picture, for what is behind. times: seconds, (T,)."""
    return filmed(kind, _MOVING[kind](face, other, times, random), times, random)


def filmed(kind: Kind, moving: Moving, times: np.ndarray, random: np.random.Generator) -> MadeClip:
    """Return what a webcam and a detector make of what is before the camera."""
    seen = shaken(moving, times, random)
    pictures = through_a_webcam(seen.pictures, times, random)
    return MadeClip(kind, pictures, times, seen.landmarks, _found(seen.landmarks, times, random))


def _found(true: np.ndarray, times: np.ndarray, random: np.random.Generator) -> np.ndarray:
    apart = eye_distance(true)[:, None, None]
    drift = [wander(random, times, _DRIFT, 4, 0.7) for _ in range(true[0].size)]
    drift = np.stack(drift, axis=1).reshape(true.shape)
    return true + apart * (drift + _JITTER * random.standard_normal(true.shape))
