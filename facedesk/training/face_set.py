"""The faces of a folder of people, aligned and at hand."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import numpy as np

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.capture.photo_file import read_photo
from facedesk.capture.seen_once import seen_once
from facedesk.capture.unusable import Unusable, why_unusable
from facedesk.encoder.models import Models, detect_main_face
from facedesk.errors import NoUsablePhoto, OnePersonOnly, OnePhotoEach, PhotoRefused
from facedesk.training.memory import demand, memory_told
from facedesk.vision.alignment import CHIP_SIDE, align

_MADE_BY = "chips 1"  # another one whenever detection or alignment come to other chips
_SHAPE = (CHIP_SIDE, CHIP_SIDE, 3)
_CHIP_BYTES = CHIP_SIDE * CHIP_SIDE * 3


@dataclass(frozen=True, eq=False)
class FaceSet:
    """N faces, one of each usable photo.

    chips: RGB uint8 (N, 150, 150, 3), read-only. persons: whose they are. photos: where they come
    from. unusable: the other photos.
    """

    chips: np.ndarray
    persons: tuple[str, ...]
    photos: tuple[Path, ...]
    unusable: tuple[Unusable, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The people, each once, in order."""
        return tuple(sorted(set(self.persons)))

    @cached_property
    def people(self) -> np.ndarray:
        """Whose each face is, int (N,), as an index into the names."""
        found = np.searchsorted(np.array(self.names), np.array(self.persons))
        found.setflags(write=False)
        return found

    @cached_property
    def several(self) -> tuple[str, ...]:
        """The people with two faces or more, in order."""
        counts = Counter(self.persons)
        return tuple(name for name in self.names if counts[name] > 1)

    @cached_property
    def digest(self) -> str:
        """Some letters that are others when a face, or whose it is, is another."""
        found = sha256("\n".join(self.persons).encode())
        found.update(self.chips)
        return found.hexdigest()[:32]

    def of(self, names: Iterable[str]) -> "FaceSet":
        """Return the faces of some of the people."""
        wanted = set(names)
        rows = [row for row, person in enumerate(self.persons) if person in wanted]
        with memory_told():
            chips = self.chips[rows]
        chips.setflags(write=False)
        return FaceSet(
            chips,
            tuple(self.persons[row] for row in rows),
            tuple(self.photos[row] for row in rows),
        )


def read_faces(
    photos: Sequence[LabelledPhoto],
    models: Models,
    cache: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> FaceSet:
    """Cut the main face out of every photo.

    cache, progress: see seen_once. Raises NoUsablePhoto, TooLittleMemory, DiskFull,
    FolderNotWritable.
    """

    def look(path: Path) -> np.ndarray | None:
        return _chip(path, models)

    demand(len(photos) * _CHIP_BYTES)
    found, unusable = [], []
    with memory_told():
        chips = np.empty((len(photos), *_SHAPE), np.uint8)
        each = seen_once([photo.path for photo in photos], look, _MADE_BY, cache, progress)
        for photo, chip in zip(photos, each, strict=True):
            if chip is None:
                unusable.append(Unusable(photo.path, why_unusable(photo.path)))
            else:
                chips[len(found)] = chip
                found.append(photo)
    if not found:
        raise NoUsablePhoto(count=len(photos))
    chips = chips[: len(found)]
    chips.setflags(write=False)
    return FaceSet(
        chips,
        tuple(photo.person for photo in found),
        tuple(photo.path for photo in found),
        tuple(unusable),
    )


def check_trainable(faces: FaceSet) -> None:
    """Refuse faces that there is nothing to learn from. Raises OnePersonOnly, OnePhotoEach."""
    if len(faces.names) < 2:
        raise OnePersonOnly
    if not faces.several:
        raise OnePhotoEach


def _chip(path: Path, models: Models) -> np.ndarray | None:
    try:
        image = read_photo(path)
    except PhotoRefused:
        return None
    detection = detect_main_face(image, models)
    return None if detection is None else align(image, detection).image
