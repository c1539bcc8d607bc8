"""Shows still pictures as if they were filmed: one for ever, those of a folder in turn."""

import itertools
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from facedesk import errors
from facedesk.capture.photo_file import photos_in, read_photo
from facedesk.capture.picture import Picture
from facedesk.capture.source import Source
from facedesk.shrinking import shrunk

_log = logging.getLogger(__name__)
_RATE = 10  # pictures per second
_REPEATS = 2 * _RATE  # each picture of a folder is shown for two seconds
_LONGEST_SIDE = 1920  # as large as a camera's picture: enough for every face worth finding


class PictureReader:
    """Pictures made by a generator."""

    interval_s = 1 / _RATE
    given = None

    def __init__(self, pictures: Iterator[Picture], endless: bool) -> None:
        self._pictures = pictures
        self.endless = endless

    def read(self) -> Picture | None:
        """Return the next picture; None after the last."""
        return next(self._pictures, None)

    def close(self) -> None:
        """End the pictures."""
        self._pictures = iter(())


def open_image(source: Source) -> PictureReader:
    """Show one picture until closed. Raises PhotoRefused."""
    image = shrunk(read_photo(Path(source.location)), _LONGEST_SIDE)
    return PictureReader((Picture(image, n / _RATE) for n in itertools.count()), endless=True)


def open_folder(source: Source) -> PictureReader:
    """Show the pictures of a folder in order of name; those that can't be read are left out.

    Raises FolderEmpty, SourceError.
    """
    images = _readable(photos_in(Path(source.location)))
    first = next(images, None)
    if first is None:
        raise errors.FolderEmpty(source=source.label)
    return PictureReader(_in_turn(itertools.chain([first], images)), endless=False)


def _in_turn(images: Iterable[np.ndarray]) -> Iterator[Picture]:
    for scene, image in enumerate(images):
        for n in range(_REPEATS):
            yield Picture(image, (scene * _REPEATS + n) / _RATE, scene)


def _readable(paths: Iterable[Path]) -> Iterator[np.ndarray]:
    for path in paths:
        try:
            yield shrunk(read_photo(path), _LONGEST_SIDE)
        except errors.PhotoRefused as error:
            _log.info("a picture is left out: %s", error.code)
