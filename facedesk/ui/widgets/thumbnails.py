"""The faces of people as small pictures, made in a thread and kept."""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from facedesk.errors import FacedeskError
from facedesk.gallery.photo import StoredPhoto
from facedesk.ui.widgets.face_crop import face_crop

_log = logging.getLogger(__name__)
_MOST_KEPT = 400
_MOST_WANTED = 120  # more than a screen full: what was scrolled past long ago can wait
_STOP_S = 0.04  # who leaves a page does not wait for a slow disk; the thread ends by itself
_NONE = -1  # no version of anybody


class Thumbnails(QObject):
    """Emits ready with a person's id when their picture has come.

    load: reads the picture of a person from the gallery, in any thread.
    """

    ready = Signal(int)
    _made = Signal(int, int, QImage)

    def __init__(
        self, load: Callable[[int], StoredPhoto], side: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._load = load
        self._side = side
        self._kept: OrderedDict[int, tuple[int, QPixmap]] = OrderedDict()
        self._wanted: OrderedDict[int, int] = OrderedDict()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._made.connect(self._keep)

    def get(self, person_id: int, version: int = 0) -> QPixmap | None:
        """Return a person's picture, or None and have it made.

        version: of the person. While the picture of this version is made, that of the former one
        is returned.
        """
        kept, pixmap = self._kept.get(person_id, (_NONE, None))
        if kept == version:
            self._kept.move_to_end(person_id)
        else:
            self._want(person_id, version)
        return pixmap

    def renew_one(self, person_id: int) -> None:
        """Make one picture again when it is needed; until then, the former one is returned."""
        if person_id in self._kept:
            self._kept[person_id] = (_NONE, self._kept[person_id][1])

    def stop(self) -> None:
        """End the thread, until a picture is wanted again."""
        with self._lock:
            self._wanted.clear()
            thread = self._thread
        if thread is not None:
            thread.join(_STOP_S)

    def _want(self, person_id: int, version: int) -> None:
        with self._lock:
            self._wanted[person_id] = version
            self._wanted.move_to_end(person_id)
            if len(self._wanted) > _MOST_WANTED:
                self._wanted.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._make, name="thumbnails", daemon=True)
                self._thread.start()

    def _make(self) -> None:
        """Make what is wanted, the latest wish first; end when there is nothing more."""
        while True:
            with self._lock:
                if not self._wanted:
                    self._thread = None
                    return
                person_id, version = self._wanted.popitem()
            picture = self._picture(person_id)
            try:
                self._made.emit(person_id, version, picture)
            except RuntimeError:  # the window is gone, and nobody waits for pictures any more
                return

    def _picture(self, person_id: int) -> QImage:
        try:
            return face_crop(self._load(person_id), self._side)
        except FacedeskError as error:  # removed in the meantime, or the disk has gone
            _log.info("no thumbnail of person %d: %s", person_id, error)
            return QImage()

    def _keep(self, person_id: int, version: int, image: QImage) -> None:
        self._kept[person_id] = (version, QPixmap.fromImage(image))
        self._kept.move_to_end(person_id)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(person_id)
