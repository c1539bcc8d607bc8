"""People as the gallery knows them."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from facedesk.gallery.consent import UNKNOWN, Consent


@dataclass(frozen=True)
class Person:
    """Someone enrolled.

    enrolled_at: UTC, aware. photos: how many there are of them, looks included. corrections: how
    many mistakes about them are remembered. consent: who enrolled them, and on what basis.
    version: tells whether they were changed since.
    """

    id: int
    name: str
    enrolled_at: datetime
    photos: int
    corrections: int = 0
    consent: Consent = UNKNOWN
    version: int = 1


@dataclass(frozen=True)
class OwnedTemplates:
    """Templates with whose they are: vectors: float32 (N, D), owners: intp (N,); read-only.

    owners: indices into the people of the gallery.
    """

    vectors: np.ndarray
    owners: np.ndarray


@dataclass(frozen=True)
class GalleryTemplates:
    """The templates of everyone, at one moment.

    revision: of the gallery. people: everyone who has a template. photos: of their photos and
    looks. corrections: of others who were taken for them.
    """

    revision: int
    people: tuple[Person, ...]
    photos: OwnedTemplates
    corrections: OwnedTemplates
