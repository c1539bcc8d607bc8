"""Encodes folders of photos, each for its main face, and keeps what was seen in them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from facedesk.capture.photo_file import read_photo
from facedesk.capture.seen_once import seen_once
from facedesk.encoder.models import Models, detect_main_face
from facedesk.errors import PhotoRefused
from facedesk.evaluation import webcam
from facedesk.vision.alignment import VIEWS, align
from facedesk.vision.detector_id import DETECTOR_ID

_VERSION = "3"  # another one whenever detection, alignment or encoding come to other numbers


def features_of_main_faces(
    photos: Sequence[Path],
    models: Models,
    cache: Path,
    views: int = VIEWS,
    progress: Callable[[int, int], None] = lambda done, total: None,
    degraded: bool = False,
) -> Iterator[np.ndarray | None]:
    """Yield what the encoder's last layer is given, (views, 2, F), None where there is no face.

    Photos that can't be read count as having none. views: in how many ways each face is aligned;
    sums over many people need but one. cache, progress: see seen_once. degraded: see main_chips.
    Raises DiskFull, FolderNotWritable.
    """

    def look(path: Path) -> np.ndarray | None:
        chips = main_chips(path, models, views, degraded)
        return None if chips is None else models.encoder.features_both_ways(chips)

    made_by = f"{_VERSION} {models.encoder.id} {views}"
    if models.detector.id != DETECTOR_ID:
        made_by += f" {models.detector.id}"
    if degraded:
        made_by += f" webcam {webcam.VERSION}"
    return seen_once(photos, look, made_by, cache, progress)


def main_chips(path: Path, models: Models, views: int, degraded: bool) -> np.ndarray | None:
    """Cut out the main face of a photo: RGB uint8 (views, S, S, 3); None where there is none.

    degraded: first turn the photo into a webcam's picture of that face, and look for it there.
    """
    try:
        image = read_photo(path)
    except PhotoRefused:
        return None
    detection = detect_main_face(image, models)
    if detection is not None and degraded:
        image = webcam.as_webcam(image, detection.eye_distance, webcam.random_of(path))
        detection = detect_main_face(image, models)
    if detection is None:
        return None
    shape = models.encoder.chip
    return np.stack([align(image, detection, view, shape).image for view in range(views)])
