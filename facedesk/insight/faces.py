"""The faces that are looked at: of a folder of photos, or of everyone enrolled."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from facedesk.capture.labelled_photos import photos_below
from facedesk.capture.photo_file import decode_photo, read_photo
from facedesk.capture.seen_once import digest, seen_once
from facedesk.capture.unusable import Unusable, why_unusable
from facedesk.encoder.models import Models, detect_main_face
from facedesk.errors import NobodyToSee, NoFacesToSee, PhotoRefused
from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery
from facedesk.insight.face_picture import FacePicture

_VERSION = "landmarks 1"  # another one whenever the same detector comes to other landmarks


class Faces(Protocol):
    """N faces, each in a picture that is read when it is asked for."""

    def __len__(self) -> int:
        """Return how many there are, N."""

    def name(self, index: int) -> str:
        """Return what people call it: the photo's path, or the person's name."""

    def picture(self, index: int) -> FacePicture:
        """Read a picture. Raises PhotoRefused, PersonGone, StorageError."""


@dataclass(frozen=True, eq=False)
class FolderFaces:
    """The main faces of photos in files.

    kept_as: name of the file that what was found in them is kept in. digest: some letters that are
    others when a face is another. landmarks: float32 (N, 5, 2), read-only. unusable: the other
    photos.
    """

    kept_as: str
    digest: str
    photos: tuple[Path, ...]
    landmarks: np.ndarray
    unusable: tuple[Unusable, ...] = ()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.photos)

    def name(self, index: int) -> str:
        """Return the path of the photo."""
        return str(self.photos[index])

    def picture(self, index: int) -> FacePicture:
        """Read a photo. Raises PhotoRefused."""
        photo = self.photos[index]
        return FacePicture(read_photo(photo), self.landmarks[index], photo.stem)


@dataclass(frozen=True, eq=False)
class GalleryFaces:
    """The photos that people were enrolled with."""

    gallery: Gallery
    people: tuple[Person, ...]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.people)

    def name(self, index: int) -> str:
        """Return the name of the person."""
        return self.people[index].name

    def picture(self, index: int) -> FacePicture:
        """Read a photo. Raises PersonGone, StorageError, PhotoRefused."""
        person = self.people[index]
        photo = self.gallery.photo(person.id)
        return FacePicture(decode_photo(photo.jpeg), photo.landmarks, person.name)


def faces_in_folder(
    folder: Path,
    models: Models,
    cache: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> FolderFaces:
    """Find the main face of each photo in a folder and the folders in it.

    cache, progress: see seen_once. Raises FolderEmpty, SourceError, NoFacesToSee, DiskFull,
    FolderNotWritable.
    """
    photos, made_by = photos_below(folder), f"{_VERSION} {models.detector.id}"
    found, landmarks, unusable = [], [], []
    seen = seen_once(photos, lambda path: _landmarks(path, models), made_by, cache, progress)
    for photo, each in zip(photos, seen, strict=True):
        if each is None:
            unusable.append(Unusable(photo, why_unusable(photo)))
        else:
            found.append(photo)
            landmarks.append(each)
    if not found:
        raise NoFacesToSee(count=len(photos))
    stacked = np.stack(landmarks)
    stacked.setflags(write=False)
    kept_as = f"folder-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"
    return FolderFaces(kept_as, digest(found, made_by), tuple(found), stacked, tuple(unusable))


def faces_of_gallery(gallery: Gallery, encoder_id: str) -> GalleryFaces:
    """Return the faces of everyone who has a template of an encoder.

    Raises NobodyToSee, StorageError.
    """
    people = gallery.templates(encoder_id).people
    if not people:
        raise NobodyToSee
    return GalleryFaces(gallery, people)


def _landmarks(path: Path, models: Models) -> np.ndarray | None:
    try:
        image = read_photo(path)
    except PhotoRefused:
        return None
    detection = detect_main_face(image, models)
    return None if detection is None else detection.landmarks
