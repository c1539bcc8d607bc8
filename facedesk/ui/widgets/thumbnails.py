"""The faces of people as small pictures, made in a thread and kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from facedesk.gallery.photo import StoredPhoto
from facedesk.ui.widgets.face_crop import face_crop
from facedesk.ui.widgets.lazy_pictures import LazyPictures


class Thumbnails(LazyPictures):
    """The ids are those of the people.

    load: reads the picture of a person from the gallery, in any thread.
    """

    def __init__(
        self, load: Callable[[int], StoredPhoto], side: int, parent: QObject | None = None
    ) -> None:
        super().__init__(lambda person_id: face_crop(load(person_id), side), parent)
