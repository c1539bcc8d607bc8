"""Encodes a data set of people: what every measurement begins with."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.models import Models
from facedesk.errors import TooFewPeople
from facedesk.evaluation.encodings import features_of_main_faces


@dataclass(frozen=True, eq=False)
class EncodedDataSet:
    """The photos that show a face, and what was seen in them.

    features: float32 (N, V, 2, F), in V ways of aligning each, as it is and mirrored. vectors:
    unit, float32 (N, D), the templates. failures: the photos without a face, or unreadable.
    """

    photos: tuple[LabelledPhoto, ...]
    features: np.ndarray
    vectors: np.ndarray
    failures: tuple[Path, ...]

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """Whose the photos are, (N,)."""
        return tuple(photo.person for photo in self.photos)

    def only(self, photos: Container[LabelledPhoto]) -> "EncodedDataSet":
        """Return it without the photos that are not among these; they count as failures."""
        rows = [row for row, photo in enumerate(self.photos) if photo in photos]
        others = tuple(photo.path for photo in self.photos if photo not in photos)
        return EncodedDataSet(
            tuple(self.photos[row] for row in rows),
            self.features[rows],
            self.vectors[rows],
            self.failures + others,
        )


def encode_data_set(
    photos: Sequence[LabelledPhoto],
    models: Models,
    cache: Path,
    progress: Callable[[int, int], None],
    degraded: bool = False,
) -> EncodedDataSet:
    """Encode the main face of every photo; the cache folder makes a second run quick.

    progress: told photos done and photos in all, before each photo; whatever it raises ends the
    work, and nearly all that was encoded until then is kept for the next time. degraded: see
    main_chips. Raises TooFewPeople when no photo shows a face.
    """
    seen, features, failures = [], [], []
    paths = [photo.path for photo in photos]
    found = features_of_main_faces(paths, models, cache, progress=progress, degraded=degraded)
    for photo, each in zip(photos, found, strict=True):
        if each is None:
            failures.append(photo.path)
        else:
            seen.append(photo)
            features.append(each)
    if not seen:
        raise TooFewPeople(found=0, needed=2)
    stacked = np.stack(features)
    return EncodedDataSet(tuple(seen), stacked, models.encoder.combine(stacked), tuple(failures))
