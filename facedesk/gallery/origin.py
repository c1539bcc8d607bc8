"""Remembers which file a photo was made of, so that the same file is known when it comes again.

The mark is the SHA-256 of the file, in a comment at the beginning of the stored JPEG; it is sealed,
exported and deleted with the picture.
"""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from facedesk import errors
from facedesk.gallery.photo import PreparedPhoto, StoredPhoto

_BEGINNING = b"\xff\xd8"  # of every JPEG
_COMMENT = b"\xff\xfe"  # a comment follows: two bytes of length, these included, and the text
_PIECE = 2**20  # bytes
_TEXT = b"facedesk made this of "


def digest_of(file: Path) -> bytes:
    """Return what tells a file from others, 32 bytes. Raises PhotoMissing."""
    found = sha256()
    try:
        if not file.is_file():  # reading from a device may never end
            raise errors.PhotoMissing
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE):
                found.update(piece)
        return found.digest()
    except OSError as error:
        raise errors.PhotoMissing from error


def marked(photo: PreparedPhoto, digest: bytes) -> PreparedPhoto:
    """Return a photo that remembers the file with this digest."""
    text = _TEXT + digest
    comment = _COMMENT + (len(text) + 2).to_bytes(2, "big") + text
    return replace(photo, jpeg=_BEGINNING + comment + photo.jpeg[len(_BEGINNING) :])


def made_of(photo: StoredPhoto, digest: bytes) -> bool:
    """Tell whether a photo was made of the file with this digest."""
    text = _TEXT + digest
    return photo.jpeg[len(_BEGINNING) + 4 :].startswith(text)
