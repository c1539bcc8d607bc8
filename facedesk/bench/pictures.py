"""The pictures that speed is measured on: portraits of installed packages, on a backdrop."""

import math
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image

from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models, detect_in_photo
from facedesk.errors import NoFace
from facedesk.opencv import cv2
from facedesk.vision.detection import Detection

_FACE = 0.45  # of the side of a head's picture


def portraits(photo: Path | None = None) -> tuple[np.ndarray, ...]:
    """Return portraits, RGB uint8 (H, W, 3): the photo given, else the samples of packages.

    Raises PhotoRefused for a photo that can't be read.
    """
    if photo is not None:
        return (read_photo(photo),)
    import matplotlib.cbook

    with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as file:
        admiral = np.array(Image.open(file).convert("RGB"))
    if find_spec("skimage") is None:
        return (admiral,)
    import skimage.data

    return (skimage.data.astronaut(), admiral)


def face_in(picture: np.ndarray, models: Models) -> Detection:
    """Return the surest face of a picture. Raises NoFace."""
    found = detect_in_photo(picture, models)
    if not found:
        raise NoFace
    return found[0]


def heads(pictures: Sequence[np.ndarray], models: Models) -> tuple[np.ndarray, ...]:
    """Cut a square with the face in its middle out of each picture. Raises NoFace."""
    return tuple(_head(picture, face_in(picture, models)) for picture in pictures)


def _head(picture: np.ndarray, face: Detection) -> np.ndarray:
    middle = (face.box[:2] + face.box[2:]) / 2
    wanted = max(face.width, face.height) / _FACE / 2
    half = int(min(wanted, *middle, *(np.array(picture.shape[1::-1]) - middle)))
    left, top = (int(place) - half for place in middle)
    return picture[top : top + 2 * half, left : left + 2 * half]


def backdrop(width: int, height: int) -> np.ndarray:
    """Return a picture without a face, RGB uint8 (height, width, 3): light and dark, soft edges."""
    random = np.random.default_rng(0)
    picture = np.zeros((height, width, 3), np.float32)
    for cells, strength in ((6, 70), (24, 35), (96, 15)):
        coarse = random.uniform(-strength, strength, (cells * 3 // 4, cells, 3))
        picture += cv2.resize(coarse.astype(np.float32), (width, height))
    return np.clip(picture + 128, 0, 255).astype(np.uint8)


def group(faces: Sequence[np.ndarray], count: int, width: int, height: int) -> np.ndarray:
    """Return a backdrop with so many faces side by side, as large as there is room for them.

    faces: as `heads` returns them, which are taken in turn.
    """
    picture = backdrop(width, height)
    if not count:
        return picture
    columns = math.ceil(math.sqrt(count * width / height))
    rows = math.ceil(count / columns)
    side = min(width // columns, height // rows)
    for index in range(count):
        row, column = divmod(index, columns)
        left = (2 * column + 1) * width // (2 * columns) - side // 2
        top = (2 * row + 1) * height // (2 * rows) - side // 2
        put(picture, faces[index % len(faces)], left, top, side)
    return picture


def put(picture: np.ndarray, head: np.ndarray, left: int, top: int, side: int) -> None:
    """Paint a head into a picture, as a square of so many pixels that lies inside it."""
    small = cv2.resize(head, (side, side), interpolation=cv2.INTER_AREA)
    picture[top : top + side, left : left + side] = small
