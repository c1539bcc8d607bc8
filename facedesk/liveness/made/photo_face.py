"""Finds the face in a photo that clips are made of."""

from pathlib import Path

from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models, detect_main_face
from facedesk.errors import PhotoRefused
from facedesk.liveness.made.scene import SourceFace


def face_in_photo(path: Path, models: Models) -> SourceFace | None:
    """Return the main face of a photo; None without one, and where the photo can't be read."""
    try:
        image = read_photo(path)
    except PhotoRefused:
        return None
    found = detect_main_face(image, models)
    return SourceFace(image, found.landmarks) if found else None
