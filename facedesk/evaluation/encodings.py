"""Encodes folders of photos, each for its main face."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models, detect_in_photo
from facedesk.errors import PhotoRefused
from facedesk.vision.alignment import AlignedFace, align
from facedesk.vision.detection import Detection

_BATCH = 16


def encode_main_faces(photos: Sequence[Path], models: Models) -> Iterator[np.ndarray | None]:
    """Yield the template vector of each photo's main face, None where there is no face.

    Photos that can't be read count as having none.
    """
    for start in range(0, len(photos), _BATCH):
        faces = [_main_face(path, models) for path in photos[start : start + _BATCH]]
        templates = iter(models.encoder.encode([face for face in faces if face is not None]))
        for face in faces:
            yield None if face is None else next(templates).vector


def _main_face(path: Path, models: Models) -> AlignedFace | None:
    try:
        image = read_photo(path)
    except PhotoRefused:
        return None
    found = detect_in_photo(image, models)
    if not found:
        return None
    return align(image, main_face(found, image.shape[1], image.shape[0]))


def main_face(found: Sequence[Detection], width: int, height: int) -> Detection:
    """Return the face a photo is of: large, and near the middle of the picture."""
    middle = np.array([width, height]) / 2

    def off_centre(detection: Detection) -> float:
        centre = (detection.box[:2] + detection.box[2:]) / 2
        return float(np.linalg.norm(centre - middle)) - detection.width / 2

    return min(found, key=off_centre)
