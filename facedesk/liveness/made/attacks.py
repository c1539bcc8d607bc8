"""Photos and clips as attacks: printed and held up, or shown on the screen of a phone or tablet."""

import numpy as np

from facedesk.liveness.made.live_clip import live_moving
from facedesk.liveness.made.medium import bands, glare, moire, printed, shown
from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.scene import SourceFace, backdrop, portrait
from facedesk.liveness.made.sheet import (
    Light,
    Sheet,
    chance_corners,
    fill_the_view,
    held,
    held_poses,
)
from facedesk.liveness.made.turning import Poses
from facedesk.liveness.made.wander import wander


def print_moving(
    face: SourceFace, other: np.ndarray, times: np.ndarray, random: np.random.Generator
) -> Moving:
    """Return pictures of a print. other: some picture, for what is behind. times: seconds."""
    photo = portrait(face, other, random)
    poses = held_poses(times, random)
    bent = random.choice([0.0, random.uniform(0.02, 0.16)])
    sheet = Sheet(
        chance_corners(random),
        border=random.choice([0.0, random.uniform(0.05, 0.5)]),
        colour=np.full(3, random.uniform(190, 250)),
        bend=bent * (1 + wander(random, times, 0.7, 3, 0.8)),
        light=_reflection(poses, 60, random),
    )
    content = _still(printed(photo.picture, random), photo.landmarks, len(times))
    return held(sheet, content, backdrop(other, random), poses, random)


def screen_moving(
    content: Moving, other: np.ndarray, times: np.ndarray, random: np.random.Generator
) -> Moving:
    """Return pictures of a screen that shows others. other: some picture, for what is behind."""
    poses = held_poses(times, random)
    corners = chance_corners(random)
    sheet = Sheet(
        corners,
        border=random.uniform(0.1, 0.7),
        colour=np.full(3, random.uniform(8, 50)),
        bend=np.zeros(len(times)),
        light=_screen_light(poses, times, fill_the_view(corners), random),
    )
    pictures = _each_once(content.pictures, int(random.integers(2**32)))
    return held(sheet, Moving(pictures, content.landmarks), backdrop(other, random), poses, random)


def photo_on_screen(
    face: SourceFace, other: np.ndarray, times: np.ndarray, random: np.random.Generator
) -> Moving:
    """Return pictures of a screen with a photo."""
    photo = portrait(face, other, random)
    content = _still(photo.picture, photo.landmarks, len(times))
    return screen_moving(content, other, times, random)


def clip_on_screen(
    face: SourceFace, other: np.ndarray, times: np.ndarray, random: np.random.Generator
) -> Moving:
    """Return pictures of a screen with a clip of a living person."""
    return screen_moving(live_moving(face, other, times, random), other, times, random)


def _still(picture: np.ndarray, landmarks: np.ndarray, count: int) -> Moving:
    return Moving([picture] * count, np.stack([landmarks] * count))


def _each_once(pictures: list[np.ndarray], seed: int) -> list[np.ndarray]:
    """Return what a screen makes of pictures; of the same one, the same."""
    made: dict[int, np.ndarray] = {}
    for picture in pictures:
        if id(picture) not in made:
            made[id(picture)] = shown(picture, np.random.default_rng(seed))
    return [made[id(picture)] for picture in pictures]


def _reflection(poses: Poses, most: float, random: np.random.Generator) -> Light:
    lamp = glare(random, most)

    def light(time: int, read: np.ndarray, places: np.ndarray) -> np.ndarray:
        tilt = np.array([poses.yaw[time], poses.pitch[time]])
        return lamp.on(read, places, tilt)

    return light


def _screen_light(
    poses: Poses, times: np.ndarray, close: bool, random: np.random.Generator
) -> Light:
    """close: so close that its edges are not seen; then its pixels are, as stripes."""
    reflection = _reflection(poses, 110, random)
    stripes = moire(random, 1.0 if close else 0.75)
    drawn = bands(random)

    def light(time: int, read: np.ndarray, places: np.ndarray) -> np.ndarray:
        tilt = np.radians(poses.yaw[time] + poses.pitch[time])
        return reflection(time, read, places) + stripes.on(read, tilt) + drawn.on(read, times[time])

    return light
