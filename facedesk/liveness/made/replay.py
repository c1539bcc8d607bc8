"""Plays a real clip again as a flat picture: printed and held up, or shown on a screen."""

from collections.abc import Sequence

import numpy as np

from facedesk.liveness.made.attacks import screen_moving
from facedesk.liveness.made.kinds import Kind, MadeClip, filmed, make_clip
from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.scene import SourceFace, backdrop, chance_place, placed


def replayed(
    kind: Kind,
    pictures: Sequence[np.ndarray],
    landmarks: np.ndarray,
    times: np.ndarray,
    other: np.ndarray,
    random: np.random.Generator,
) -> MadeClip:
    """Return an attack made of a real clip: of all of it, or of one picture drawn from it.

    kind: one of ATTACKS. pictures: RGB uint8 (H, W, 3), T of them. landmarks: (T, 5, 2), of the
    face in them. times: seconds, (T,). other: some picture, for what is behind.
    """
    if kind is Kind.CLIP_ON_SCREEN:
        shown = _around_the_face(pictures, landmarks, other, random)
        return filmed(kind, screen_moving(shown, other, times, random), times, random)
    chosen = int(random.integers(len(pictures)))
    face = SourceFace(pictures[chosen], landmarks[chosen])
    return make_clip(kind, face, other, times, random)


def _around_the_face(
    pictures: Sequence[np.ndarray],
    landmarks: np.ndarray,
    other: np.ndarray,
    random: np.random.Generator,
) -> Moving:
    """Return the part of a clip where the face is; that part stands still while the face moves."""
    to_picture = chance_place(landmarks.mean(axis=0), random)
    behind = backdrop(other, random)
    moments = [
        placed(SourceFace(picture, marks), to_picture, behind)
        for picture, marks in zip(pictures, landmarks, strict=True)
    ]
    return Moving(
        [moment.picture for moment in moments], np.stack([moment.landmarks for moment in moments])
    )
