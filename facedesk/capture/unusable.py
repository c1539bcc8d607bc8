"""Photos of a data set that have no share in what is made of it."""

from dataclasses import dataclass
from pathlib import Path

from facedesk.capture.photo_file import read_photo
from facedesk.errors import NoFace, PhotoRefused


@dataclass(frozen=True)
class Unusable:
    """A photo, and why it can't be used."""

    path: Path
    error: PhotoRefused


def why_unusable(path: Path) -> PhotoRefused:
    """Return why a photo showed no face that could be encoded."""
    try:
        read_photo(path)
    except PhotoRefused as error:
        return error
    return NoFace()
