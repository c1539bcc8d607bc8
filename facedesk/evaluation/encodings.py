"""Encodes folders of photos, each for its main face, and keeps what was seen in them."""

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from facedesk.capture.photo_batches import batches, digest
from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models, detect_in_photo
from facedesk.errors import PhotoRefused
from facedesk.paths import make_private_folder
from facedesk.private_file import write_private
from facedesk.vision.alignment import VIEWS, align
from facedesk.vision.detection import main_face

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
    done, made_by = 0, f"{_VERSION} {models.encoder.id} {views}"
    for batch in batches(photos):
        kept = cache / f"{digest(batch, made_by)}.npz"
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
