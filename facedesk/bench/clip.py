"""Makes the clip that a camera is played from: the user's, or a portrait moving over a backdrop."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from facedesk.bench.pictures import backdrop, put
from facedesk.capture.source import is_video, video_source
from facedesk.capture.video_capture import quieten
from facedesk.capture.video_reader import open_video
from facedesk.opencv import cv2

RATE = 30  # pictures per second, as of any camera
_WIDTH, _HEIGHT = 640, 480
_MOST = 30 * RATE
_MADE = 10 * RATE
_HEAD = 300


def write_clip(pictures: Iterator[np.ndarray], file: Path) -> None:
    """Write pictures, RGB uint8 (H, W, 3) and all of one size, as most cameras send them: MJPG."""
    writer = None
    try:
        for picture in pictures:
            size = picture.shape[1::-1]
            if writer is None:
                quieten()
                code = cv2.VideoWriter.fourcc(*"MJPG")
                writer = cv2.VideoWriter(str(file), cv2.CAP_FFMPEG, code, RATE, size)
            writer.write(cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    finally:
        if writer is not None:
            writer.release()


def clips_in(folder: Path) -> tuple[Path, ...]:
    """Return the videos of a folder, in order of name."""
    return tuple(path for path in sorted(folder.iterdir()) if is_video(path))


def pictures_of(clip: Path, most: int = _MOST) -> Iterator[np.ndarray]:
    """Yield the first pictures of a clip, RGB uint8 (H, W, 3). Raises SourceError."""
    reader = open_video(video_source(clip))
    try:
        for _ in range(most):
            picture = reader.read()
            if picture is None:
                return
            yield picture.image
    finally:
        reader.close()


def fitting_pictures_of(clip: Path) -> Iterator[np.ndarray]:
    """Yield as many pictures of a clip as a camera sends in half a minute. Raises SourceError.

    They are made to fit into 640×480 where they are larger.
    """
    for image in pictures_of(clip):
        scale = min(1, _WIDTH / image.shape[1], _HEIGHT / image.shape[0])
        size = [max(1, round(side * scale)) for side in image.shape[1::-1]]
        yield cv2.resize(image, size, interpolation=cv2.INTER_AREA)


def made_up_pictures(head: np.ndarray) -> Iterator[np.ndarray]:
    """Yield ten seconds of somebody who moves about, as if thinking, and ends where they began."""
    scene = backdrop(_WIDTH, _HEIGHT)
    for number in range(_MADE):
        turn = 2 * math.pi * number / _MADE
        side = round(_HEAD * (1 + 0.2 * math.sin(3 * turn)))
        left = round((_WIDTH - side) * (0.5 + 0.4 * math.sin(2 * turn)))
        top = round((_HEIGHT - side) * (0.5 + 0.3 * math.sin(5 * turn)))
        picture = scene.copy()
        put(picture, head, left, top, side)
        yield picture
