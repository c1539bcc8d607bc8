"""Small pictures that are made in a thread when they are needed, and kept."""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from facedesk.errors import FacedeskError

_log = logging.getLogger(__name__)
_MOST_KEPT = 400
_MOST_WANTED = 120  # more than a screen full: what was scrolled past long ago can wait
_STOP_S = 0.04  # who leaves a page does not wait for a slow disk; the thread ends by itself
_NONE = -1  # no version of anybody


class LazyPictures(QObject):
    """Emits ready with a picture's id when it has come.

    make: makes a picture by its id, in any thread; what it raises leaves it empty.
    """

    ready = Signal(int)
    _made = Signal(int, int, QImage)

    def __init__(self, make: Callable[[int], QImage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_one = make
        self._kept: OrderedDict[int, tuple[int, QPixmap]] = OrderedDict()
        self._wanted: OrderedDict[int, int] = OrderedDict()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._made.connect(self._keep)

    def get(self, id_: int, version: int = 0) -> QPixmap | None:
        """Return a picture, or None and have it made.

        version: of what it shows. While the picture of this version is made, that of the former one
        is returned.
        """
        kept, pixmap = self._kept.get(id_, (_NONE, None))
        if kept == version:
            self._kept.move_to_end(id_)
        else:
            self._want(id_, version)
        return pixmap

    def renew_one(self, id_: int) -> None:
        """Make one picture again when it is needed; until then, the former one is returned."""
        if id_ in self._kept:
            self._kept[id_] = (_NONE, self._kept[id_][1])

    def stop(self) -> None:
        """End the thread, until a picture is wanted again."""
        with self._lock:
            self._wanted.clear()
            thread = self._thread
        if thread is not None:
            thread.join(_STOP_S)

    def _want(self, id_: int, version: int) -> None:
        with self._lock:
            self._wanted[id_] = version
            self._wanted.move_to_end(id_)
            if len(self._wanted) > _MOST_WANTED:
                self._wanted.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._make, name="small pictures", daemon=True
                )
                self._thread.start()

    def _make(self) -> None:
        """Make what is wanted, the latest wish first; end when there is nothing more."""
        while True:
            with self._lock:
                if not self._wanted:
                    self._thread = None
                    return
                id_, version = self._wanted.popitem()
            picture = self._picture(id_)
            try:
                self._made.emit(id_, version, picture)
            except RuntimeError:  # the window is gone, and nobody waits for pictures any more
                return

    def _picture(self, id_: int) -> QImage:
        try:
            return self._make_one(id_)
        except FacedeskError as error:  # removed in the meantime, or the disk has gone
            _log.info("no small picture %d: %s", id_, error)
            return QImage()

    def _keep(self, id_: int, version: int, image: QImage) -> None:
        self._kept[id_] = (version, QPixmap.fromImage(image))
        self._kept.move_to_end(id_)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(id_)
