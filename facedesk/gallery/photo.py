"""The pictures that are kept of a person."""

import io
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property

import numpy as np
from PIL import Image

from facedesk.encoder.template import Template

MOST_LOOKS = 4


class Role(Enum):
    """What a picture is to a person.

    PHOTO: they were enrolled with it; everyone has one. LOOK: an optional extra photo of them, with
    glasses or a beard or in another light. CORRECTION: someone else, who was taken for them.
    """

    PHOTO = "photo"
    LOOK = "look"
    CORRECTION = "correction"


@dataclass(frozen=True)
class StoredPhoto:
    """A face and its surroundings, as kept in the gallery.

    jpeg: the encoded picture. landmarks: float32 (5, 2), x and y in its pixels, read-only.
    """

    jpeg: bytes
    landmarks: np.ndarray

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        with Image.open(io.BytesIO(self.jpeg)) as picture:
            return picture.size


@dataclass(frozen=True)
class PersonPhoto(StoredPhoto):
    """One of the pictures kept of a person. added_at: UTC, aware. quality: how good, 0…1."""

    id: int
    role: Role
    added_at: datetime
    quality: float


@dataclass(frozen=True)
class PreparedPhoto(StoredPhoto):
    """A photo that can be stored.

    quality: how good, 0…1. template: made from exactly this JPEG and these landmarks.
    """

    quality: float
    template: Template
