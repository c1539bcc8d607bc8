"""A photo that moves as the living do: the head turns in space, blinks, smiles and talks."""

import numpy as np

from facedesk.liveness.head_shape import depth_at, face_coordinates
from facedesk.liveness.made.expression import expressed, eyes_closed
from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.relief import Camera, came_from, moved_to
from facedesk.liveness.made.scene import (
    Portrait,
    SourceFace,
    blended,
    body_alpha,
    head_alpha,
    portrait,
    without,
)
from facedesk.liveness.made.turning import Poses
from facedesk.liveness.made.wander import wander
from facedesk.opencv import cv2

_NECK = np.array([0.0, 1.3, -1.0])  # heads turn about it, in face coordinates and depth
_DISTANCES = (6.0, 13.0)  # of the camera, in distances between the eyes: 40 to 80 cm


def live_moving(
    face: SourceFace,
    other: np.ndarray,
    times: np.ndarray,
    random: np.random.Generator,
    *,
    poses: Poses | None = None,
    closed: np.ndarray | None = None,
) -> Moving:
    """Return pictures of a moving head. other: some picture, for what is behind. times: seconds.

    poses, closed: how it moves and how far its eyes are shut, 0…1, each for all times; by chance
    where they are not given.
    """
    photo = portrait(face, other, random)
    places = photo.grid.places
    behind_body = without(photo, np.maximum(head_alpha(places), body_alpha(places)))
    body = without(photo, head_alpha(places))
    follows = random.uniform(0.4, 1.0)
    camera = Camera(random.uniform(*_DISTANCES), _NECK)
    poses = head_poses(times, random) if poses is None else poses
    closed = eyes_closed(random, times) if closed is None else closed
    smile = wander(random, times, random.uniform(0, 0.08), 4, 1)
    jaw = np.abs(wander(random, times, random.choice([0.01, 0.14]), 1.2, 0.25))
    marks = face_coordinates(photo.landmarks, photo.landmarks)
    pictures, landmarks = [], []
    for time in range(len(times)):
        pose = depth_at, poses.rotation(time), poses.shift[time], camera
        behind = _with_body(behind_body, body, photo, follows * poses.shift[time], camera)
        read = came_from(places, *pose)
        alpha = photo.grid.spread(head_alpha(read))
        read = photo.grid.pixels(expressed(read, closed[time], smile[time], jaw[time]))
        head = cv2.remap(photo.picture, photo.grid.spread(read), None, cv2.INTER_LINEAR)
        pictures.append(blended(behind, head, alpha[:, :, None]))
        landmarks.append(photo.grid.pixels(moved_to(marks, *pose)))
    return Moving(pictures, np.stack(landmarks))


def _with_body(
    behind: np.ndarray, body: np.ndarray, photo: Portrait, shift: np.ndarray, camera: Camera
) -> np.ndarray:
    """Lay the body before what is behind: it goes where the head goes, but never turns."""
    read = photo.grid.places * (1 - shift[2] / camera.distance) - shift[:2]
    alpha = photo.grid.spread(body_alpha(read))
    pixels = photo.grid.spread(photo.grid.pixels(read))
    how = {"borderMode": cv2.BORDER_REPLICATE}
    return blended(
        behind, cv2.remap(body, pixels, None, cv2.INTER_LINEAR, **how), alpha[:, :, None]
    )


def head_poses(times: np.ndarray, random: np.random.Generator) -> Poses:
    """Return how somebody moves their head in front of a computer: little, or looking around."""
    lively = random.uniform(0.1, 1.0)
    yaw, pitch, roll = (
        wander(random, times, lively * reach, 5, 0.9) for reach in (22.0, 12.0, 8.0)
    )
    shift = np.stack(
        [wander(random, times, lively * reach, 6, 1.5) for reach in (0.7, 0.35, 1.2)], axis=1
    )
    return Poses(yaw, pitch, roll, shift)
