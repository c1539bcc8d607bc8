"""Encodes folders of photos, each for its main face, and keeps the results."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models, detect_in_photo
from facedesk.errors import PhotoRefused
from facedesk.vision.alignment import AlignedFace, align
from facedesk.vision.detection import Detection

_BATCH = 16
_VERSION = "1"  # another one whenever detection, alignment or encoding come to other numbers


def encode_main_faces(
    photos: Sequence[Path], models: Models, cache: Path
) -> Iterator[np.ndarray | None]:
    """Yield the template vector of each photo's main face, None where there is no face.

    Photos that can't be read count as having none. cache: a folder that makes a second run quick.
    """
    for start in range(0, len(photos), _BATCH):
        batch = photos[start : start + _BATCH]
        kept = cache / f"{_key(batch, models.encoder.id)}.npz"
        if not kept.exists():
            _keep(kept, [_main_face(path, models) for path in batch], models)
        with np.load(kept, allow_pickle=False) as file:
            found, vectors = file["found"], file["vectors"]
        row = iter(vectors)
        yield from (next(row) if there else None for there in found)


def main_face(found: Sequence[Detection], width: int, height: int) -> Detection:
    """Return the face a photo is of: large, and near the middle of the picture."""
    middle = np.array([width, height]) / 2

    def off_centre(detection: Detection) -> float:
        centre = (detection.box[:2] + detection.box[2:]) / 2
        return float(np.linalg.norm(centre - middle)) - detection.width / 2

    return min(found, key=off_centre)


def _main_face(path: Path, models: Models) -> AlignedFace | None:
    try:
        image = read_photo(path)
    except PhotoRefused:
        return None
    found = detect_in_photo(image, models)
    if not found:
        return None
    return align(image, main_face(found, image.shape[1], image.shape[0]))


def _keep(file: Path, faces: list[AlignedFace | None], models: Models) -> None:
    templates = models.encoder.encode([face for face in faces if face is not None])
    vectors = np.array([template.vector for template in templates], np.float32)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".unfinished.npz")
    np.savez(unfinished, found=np.array([face is not None for face in faces]), vectors=vectors)
    unfinished.replace(file)


def _key(photos: Sequence[Path], encoder_id: str) -> str:
    """Digest what the encodings depend on: the code, and each file's place, size and time."""
    digest = hashlib.sha256(f"{_VERSION} {encoder_id}".encode())
    for path in photos:
        digest.update(os.fsencode(path.resolve()))
        try:
            status = path.stat()
        except OSError:
            continue
        digest.update(f"{status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()[:32]
