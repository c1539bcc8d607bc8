"""People as the gallery knows them."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np


@dataclass(frozen=True)
class Person:
    """Someone enrolled. enrolled_at: UTC, aware. photos: how many there are of them."""

    id: int
    name: str
    enrolled_at: datetime
    photos: int


@dataclass(frozen=True)
class GalleryTemplates:
    """The templates of everyone, at one moment.

    revision: of the gallery. people, vectors: float32 (K, D), read-only; row i is of people[i].
    """

    revision: int
    people: tuple[Person, ...]
    vectors: np.ndarray
