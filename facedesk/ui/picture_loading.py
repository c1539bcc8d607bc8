"""Reads a picture to work on, out of the thread of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from facedesk.capture.photo_file import decode_photo, read_photo
from facedesk.errors import FacedeskError
from facedesk.gallery.person import Person
from facedesk.shrinking import shrunk
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task

_LONGEST = 2048  # pixels; more than anything is drawn in


@dataclass(frozen=True, eq=False)
class LoadedPicture:
    """image: RGB uint8 (H, W, 3), read-only. name: a file's or a person's."""

    image: np.ndarray
    name: str
    person: Person | None = None


class PictureLoading(QObject):
    """Emits loaded with a LoadedPicture, or refused with an error; the newest wish counts."""

    loaded = Signal(object)
    refused = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    def load_file(self, path: Path) -> None:
        """Read a picture file."""
        self._start(lambda: LoadedPicture(_kept(read_photo(path)), path.name))

    def load_person(self, person: Person) -> None:
        """Read the photo of somebody enrolled."""
        gallery = self._context.gallery

        def read() -> LoadedPicture:
            image = decode_photo(gallery.photo(person.id).jpeg)
            return LoadedPicture(_kept(image), person.name, person)

        self._start(read)

    def take(self, image: np.ndarray, name: str) -> None:
        """Take a picture that is there already, RGB uint8 (H, W, 3)."""
        self.forget()
        self.loaded.emit(LoadedPicture(_kept(image), name))

    def forget(self) -> None:
        """Take back the wish."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self, read: Callable[[], LoadedPicture]) -> None:
        self.forget()

        def job(_progress: Progress, _cancelled: Cancelled) -> LoadedPicture:
            return read()

        def take(picture: LoadedPicture) -> None:
            if task is self._task:
                self.loaded.emit(picture)

        def refuse(error: FacedeskError) -> None:
            if task is self._task:
                self.refused.emit(error)

        title = self.tr("Reading the picture")
        task = self._task = self._context.tasks.start(title, job, take, refuse)


def _kept(image: np.ndarray) -> np.ndarray:
    small = shrunk(image, _LONGEST)
    small = small.copy() if small.base is not None else small
    small.setflags(write=False)
    return small
