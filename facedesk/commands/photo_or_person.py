"""Reads the arguments of commands that compare: each a photo, or the name of someone enrolled."""

from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery

if TYPE_CHECKING:
    from facedesk.encoder.models import Models
    from facedesk.live.claim import VerifiedFace

PHOTO_OR_PERSON = "a picture of one person, or the name of someone enrolled"


def photo_or_person(given: str, gallery: Gallery) -> Path | Person:
    """Return what an argument means: a file that is there, else someone enrolled.

    Raises NeitherPhotoNorPerson.
    """
    path = Path(given)
    try:
        if path.is_file():
            return path
    except (OSError, ValueError):
        pass  # no file can have such a name, but a person can
    try:
        return gallery.person(given)
    except errors.PersonNotFound as error:
        raise errors.NeitherPhotoNorPerson(name=given) from error


def face_of(side: Path | Person, gallery: Gallery, models: "Models") -> "VerifiedFace":
    """Return one side of a comparison. Raises PhotoRefused, PersonGone."""
    from facedesk.capture.photo_file import read_photo
    from facedesk.live.claim import face_of_person, face_of_photo

    if isinstance(side, Person):
        return face_of_person(side, gallery, models)
    return face_of_photo(read_photo(side), models)
