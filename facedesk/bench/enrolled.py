"""Fills a gallery for measuring: the person of a clip, among as many made-up people as wanted."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np

from facedesk.encoder.models import Models, find_faces
from facedesk.encoder.template import Template
from facedesk.errors import NoFace, PhotoRefused
from facedesk.gallery.enrolment import prepare_shot
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import Gallery
from facedesk.matching.cohort import Cohort
from facedesk.vision.alignment import align
from facedesk.vision.quality import judge
from facedesk.vision.shot import Shot

_SEED = 1
_EVERY = 5  # pictures: those next to each other show the same


def enrol_all(gallery: Gallery, photo: PreparedPhoto, cohort: Cohort, people: int) -> None:
    """Enrol the person of a photo, and made-up people until there are so many."""
    gallery.enrol("The person of the clip", photo)
    made_up = cohort.draw(people - 1, np.random.default_rng(_SEED))
    for number, vector in enumerate(made_up, 1):
        vector.setflags(write=False)
        template = Template(vector, cohort.encoder_id)
        gallery.enrol(f"Made-up person {number}", replace(photo, template=template))


def photo_of_somebody(pictures: Iterator[np.ndarray], models: Models) -> PreparedPhoto:
    """Make a photo of the largest face in the first picture where it is good enough.

    Raises NoFace when there is none.
    """
    for picture in islice(pictures, 0, None, _EVERY):
        found = find_faces(picture, models)
        if found:
            largest = max(found, key=lambda detection: detection.width)
            quality = judge(picture, align(picture, largest))
            try:
                return prepare_shot(Shot(picture, largest, quality), models)
            except PhotoRefused:
                continue
    raise NoFace
