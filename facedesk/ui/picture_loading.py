"""Reads a picture to work on, out of the thread of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facedesk.capture.photo_file import decode_photo, read_photo
from facedesk.gallery.person import Person
from facedesk.shrinking import shrunk
from facedesk.ui.newest_wish import NewestWish
from facedesk.ui.tasks import Cancelled, Progress

_LONGEST = 2048  # pixels; more than anything is drawn in


@dataclass(frozen=True, eq=False)
class LoadedPicture:
    """image: RGB uint8 (H, W, 3), read-only. name: a file's or a person's."""

    image: np.ndarray
    name: str
    person: Person | None = None


class PictureLoading(NewestWish):
    """Emits loaded with a LoadedPicture, or refused with a FacedeskError."""

    def load_file(self, path: Path) -> None:
        """Read a picture file."""
        self._read(lambda: LoadedPicture(_kept(read_photo(path)), path.name))

    def load_person(self, person: Person) -> None:
        """Read the photo of somebody enrolled."""
        gallery = self._context.gallery

        def read() -> LoadedPicture:
            image = decode_photo(gallery.photo(person.id).jpeg)
            return LoadedPicture(_kept(image), person.name, person)

        self._read(read)

    def take(self, image: np.ndarray, name: str) -> None:
        """Take a picture that is there already, RGB uint8 (H, W, 3)."""
        self.forget()
        self.loaded.emit(LoadedPicture(_kept(image), name))

    def _read(self, read: Callable[[], LoadedPicture]) -> None:
        def job(_progress: Progress, _cancelled: Cancelled) -> LoadedPicture:
            return read()

        self._wish(self.tr("Reading the picture"), job)


def _kept(image: np.ndarray) -> np.ndarray:
    small = shrunk(image, _LONGEST)
    small = small.copy() if small.base is not None else small
    small.setflags(write=False)
    return small
