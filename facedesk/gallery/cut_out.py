"""Cuts a face with its surroundings out of a picture, to be stored."""

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image

from facedesk.gallery.photo import StoredPhoto
from facedesk.shrinking import shrunk
from facedesk.vision.detection import Detection
from facedesk.vision.shot import Shot


@dataclass(frozen=True)
class CutOut:
    """How much is kept of a picture.

    surroundings: side of the square around the face, in sides of the face's box. most_pixels: along
    a side of the square. jpeg_quality: 1…95.
    """

    surroundings: float
    most_pixels: int
    jpeg_quality: int


def cut_out(shot: Shot, how: CutOut) -> StoredPhoto:
    """Return a face with its surroundings, clipped to the picture, and the landmarks in it."""
    return cut_out_of(shot.image, shot.detection, how)


def cut_out_of(image: np.ndarray, face: Detection, how: CutOut) -> StoredPhoto:
    """Return the same of a picture, RGB uint8 (H, W, 3), and where its face is."""
    left, top, right, bottom = _surroundings(image, face.box, how.surroundings)
    square = np.ascontiguousarray(image[top:bottom, left:right])
    landmarks = face.landmarks - np.array([left, top], np.float32)
    small = shrunk(square, how.most_pixels)
    scale = np.array(small.shape[1::-1]) / np.array(square.shape[1::-1])
    # Pixel centres lie at half-integers.
    landmarks = ((landmarks + 0.5) * scale - 0.5).astype(np.float32)
    landmarks.setflags(write=False)
    return StoredPhoto(_encoded(small, how.jpeg_quality), landmarks)


def _surroundings(image: np.ndarray, box: np.ndarray, sides: float) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of a square around a face, clipped to the picture."""
    centre = (box[:2] + box[2:]) / 2
    half = max(box[2:] - box[:2]) * sides / 2
    height, width = image.shape[:2]
    left, top = np.floor(np.clip(centre - half, 0, [width - 1, height - 1])).astype(int)
    right, bottom = np.ceil(np.clip(centre + half, [left + 1, top + 1], [width, height]))
    return int(left), int(top), int(right), int(bottom)


def _encoded(image: np.ndarray, quality: int) -> bytes:
    buffer = io.BytesIO()
    # Colours in full resolution, since the encoder looks at them.
    Image.fromarray(image).save(buffer, "JPEG", quality=quality, subsampling=0)
    return buffer.getvalue()
