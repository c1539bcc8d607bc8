"""The photo a person is enrolled with."""

import io
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PIL import Image

from facedesk.encoder.template import Template


@dataclass(frozen=True)
class StoredPhoto:
    """A face and its surroundings, as kept in the gallery.

    jpeg: the encoded picture. landmarks: float32 (5, 2), x and y in its pixels, read-only.
    """

    jpeg: bytes
    landmarks: np.ndarray


@dataclass(frozen=True)
class PreparedPhoto(StoredPhoto):
    """A photo that is good enough to enrol someone with.

    quality: how good, 0…1. template: made from exactly this JPEG and these landmarks.
    """

    quality: float
    template: Template

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        with Image.open(io.BytesIO(self.jpeg)) as picture:
            return picture.size
