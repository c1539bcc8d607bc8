"""The pictures that a perceptual network learns from: parts of photos, and painted textures."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from facedesk.capture.photo_file import read_photo
from facedesk.errors import NothingToLearnFrom, PhotoRefused
from facedesk.opencv import cv2
from facedesk.shrinking import shrunk
from facedesk.style.textures import texture

SIDE = 128
_LONGEST = 512  # photos are shrunk to it, so that a part shows something


def examples(
    folders: Sequence[Sequence[Path]],
    count: int,
    random: np.random.Generator,
    progress: Callable[[int, int], None],
) -> np.ndarray:
    """Return `count` pictures, RGB uint8 (N, 128, 128, 3): half photos, half textures.

    folders: the photos of each folder; each gives as many. progress: told how many are done, of
    how many. Raises NothingToLearnFrom where no photo is large enough.
    """
    found: list[np.ndarray] = []
    for photos in folders:
        wanted = len(found) + count // 2 // len(folders)
        # A photo may be seen several times, a different part of it each time.
        for index in random.integers(0, len(photos), 20 * count):
            if len(found) >= wanted:
                break
            with suppress(PhotoRefused):
                found.extend(_part(read_photo(photos[index]), random))
                progress(len(found), count)
    if not found:
        raise NothingToLearnFrom(side=SIDE)
    while len(found) < count:
        found.append(texture(SIDE, random))
        progress(len(found), count)
    return np.stack(found)[random.permutation(count)]


def _part(photo: np.ndarray, random: np.random.Generator) -> list[np.ndarray]:
    """Return a part of a photo at some scale; none where it is too small."""
    photo = shrunk(photo, _LONGEST)
    if min(photo.shape[:2]) < SIDE:
        return []
    side = int(random.integers(SIDE, min(2 * SIDE, *photo.shape[:2]) + 1))
    top, left = (int(random.integers(0, long - side + 1)) for long in photo.shape[:2])
    part = photo[top : top + side, left : left + side]
    return [cv2.resize(part, (SIDE, SIDE), interpolation=cv2.INTER_AREA)]
