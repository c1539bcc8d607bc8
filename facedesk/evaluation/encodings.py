"""Encodes folders of photos, each for its main face, and keeps what was seen in them."""

import hashlib
import io
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models, detect_in_photo
from facedesk.errors import PhotoRefused
from facedesk.paths import make_private_folder
from facedesk.private_file import write_private
from facedesk.vision.alignment import VIEWS, align
from facedesk.vision.detection import Detection

_BATCH = 16
_VERSION = "3"  # another one whenever detection, alignment or encoding come to other numbers


def features_of_main_faces(
    photos: Sequence[Path],
    models: Models,
    cache: Path,
    views: int = VIEWS,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[np.ndarray | None]:
    """Yield what the encoder's last layer is given, (views, 2, F), None where there is no face.

    Photos that can't be read count as having none. cache: a folder that makes a second run quick.
    views: in how many ways each face is aligned; sums over many people need but one.
    progress: told photos done and photos in all, before each photo that must be looked at and
    after those that were kept; whatever it raises ends the work.
    Raises DiskFull, FolderNotWritable.
    """
    done = 0
    for batch in _batches(photos):
        kept = cache / f"{_key(batch, models.encoder.id, views)}.npz"
        if not kept.exists():
            features = []
            for number, path in enumerate(batch, start=done):
                progress(number, len(photos))
                features.append(_features(path, models, views))
            _keep(kept, features)
        done += len(batch)
        progress(done, len(photos))
        with np.load(kept, allow_pickle=False) as file:
            found, features = file["found"], file["features"]
        row = iter(features)
        yield from (next(row) if there else None for there in found)


def _batches(photos: Sequence[Path]) -> Iterator[list[Path]]:
    """Split photos where another folder begins, so that any choice of people finds its batches."""
    for _, group in groupby(photos, key=lambda photo: photo.parent):
        together = list(group)
        for start in range(0, len(together), _BATCH):
            yield together[start : start + _BATCH]


def main_face(found: Sequence[Detection], width: int, height: int) -> Detection:
    """Return the face a photo is of: large, and near the middle of the picture."""
    middle = np.array([width, height]) / 2

    def off_centre(detection: Detection) -> float:
        centre = (detection.box[:2] + detection.box[2:]) / 2
        return float(np.linalg.norm(centre - middle)) - detection.width / 2

    return min(found, key=off_centre)


def _features(path: Path, models: Models, views: int) -> np.ndarray | None:
    try:
        image = read_photo(path)
    except PhotoRefused:
        return None
    found = detect_in_photo(image, models)
    if not found:
        return None
    detection = main_face(found, image.shape[1], image.shape[0])
    chips = np.stack([align(image, detection, view).image for view in range(views)])
    return models.encoder.features_both_ways(chips)


def _keep(file: Path, features: list[np.ndarray | None]) -> None:
    make_private_folder(file.parent)
    contents = io.BytesIO()
    np.savez(
        contents,
        found=np.array([each is not None for each in features]),
        features=np.array([each for each in features if each is not None], np.float32),
    )
    write_private(file, contents.getvalue())


def _key(photos: Sequence[Path], encoder_id: str, views: int) -> str:
    """Digest what the features depend on: the code, and each file's place, size and time."""
    digest = hashlib.sha256(f"{_VERSION} {encoder_id} {views}".encode())
    for path in photos:
        digest.update(os.fsencode(path.resolve()))
        try:
            status = path.stat()
        except OSError:
            continue
        digest.update(f"{status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()[:32]
