"""Encodes folders of photos, each for its main face, and keeps what was seen in them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from facedesk.capture.photo_file import read_photo
from facedesk.capture.seen_once import seen_once
from facedesk.encoder.models import Models, detect_main_face
from facedesk.errors import PhotoRefused
from facedesk.vision.alignment import VIEWS, align

_VERSION = "3"  # another one whenever detection, alignment or encoding come to other numbers


def features_of_main_faces(
    photos: Sequence[Path],
    models: Models,
    cache: Path,
    views: int = VIEWS,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[np.ndarray | None]:
    """Yield what the encoder's last layer is given, (views, 2, F), None where there is no face.

    Photos that can't be read count as having none. views: in how many ways each face is aligned;
    sums over many people need but one. cache, progress: see seen_once.
    Raises DiskFull, FolderNotWritable.
    """

    def look(path: Path) -> np.ndarray | None:
        return _features(path, models, views)

    made_by = f"{_VERSION} {models.encoder.id} {views}"
    return seen_once(photos, look, made_by, cache, progress)


def _features(path: Path, models: Models, views: int) -> np.ndarray | None:
    try:
        image = read_photo(path)
    except PhotoRefused:
        return None
    detection = detect_main_face(image, models)
    if detection is None:
        return None
    chips = np.stack([align(image, detection, view).image for view in range(views)])
    return models.encoder.features_both_ways(chips)
