"""Data sets of the form FOLDER/PERSON/*.jpg."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from facedesk.capture.photo_file import photos_in
from facedesk.errors import FolderEmpty, SourceError


@dataclass(frozen=True)
class LabelledPhoto:
    """A photo and whose it is."""

    path: Path
    person: str


@dataclass(frozen=True)
class Part:
    """Part `number` of `count` parts into which people are split, by a digest of their names.

    The same person is in the same part on every computer, so that what was measured on one part
    can be checked on people who had no share in it.
    """

    number: int = 1
    count: int = 1

    def holds(self, person: str) -> bool:
        """Say whether a person belongs to this part."""
        digest = hashlib.sha256(person.encode()).digest()
        return int.from_bytes(digest[:4], "big") % self.count == self.number - 1


def parse_part(text: str) -> Part:
    """Read "1/2" as the first of two parts. Raises ValueError."""
    number, _, count = text.partition("/")
    part = Part(int(number), int(count))
    if not 1 <= part.number <= part.count:
        raise ValueError(text)
    return part


def photos_below(folder: Path) -> list[Path]:
    """Return the photos of a folder and of the folders in it, in order of their names.

    Raises FolderEmpty when there are none, SourceError for a folder that can't be read.
    """
    places = (folder, *folders_in(folder))
    found = [photo for place in places if place.is_dir() for photo in photos_in(place)]
    if not found:
        raise FolderEmpty(source=folder)
    return found


def labelled_photos(folder: Path, part: Part | None = None) -> list[LabelledPhoto]:
    """Return the photos of all people of a part, in order of person and file name.

    Raises FolderEmpty when there are none, SourceError for a folder that can't be read.
    """
    found = [
        LabelledPhoto(photo, person.name)
        for person in folders_in(folder)
        if part is None or part.holds(person.name)
        for photo in photos_in(person)
    ]
    if not found:
        raise FolderEmpty(source=folder)
    return found


def photos_of_strangers(folder: Path) -> list[LabelledPhoto]:
    """Return the photos of a folder and of those in it, each as somebody of their own.

    Raises as photos_below does.
    """
    return [
        LabelledPhoto(photo, str(photo.relative_to(folder.parent)))
        for photo in photos_below(folder)
    ]


def folders_in(folder: Path) -> list[Path]:
    """Return the folders in a folder, in order of their names; none where it is not there.

    Raises SourceError for a folder that can't be read.
    """
    if not folder.is_dir():
        return []
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError as error:
        raise SourceError(source=folder.name or folder) from error
