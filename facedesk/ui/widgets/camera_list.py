"""The connected cameras, looked up without holding up the window."""

import logging
import threading

from PySide6.QtCore import QObject, Signal

from facedesk.capture.cameras import Camera, list_cameras

_log = logging.getLogger(__name__)


class CameraList(QObject):
    """Emits `updated` after each look-up, on the GUI thread."""

    updated = Signal()
    _found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking = False
        self._looked = 0
        self._cameras: tuple[Camera, ...] = ()
        self._found.connect(self._keep)

    @property
    def cameras(self) -> tuple[Camera, ...]:
        """What the latest look-up found."""
        return self._cameras

    @property
    def looked(self) -> int:
        """How many look-ups have ended."""
        return self._looked

    def refresh(self) -> None:
        """Look up the cameras again; some systems take a second over it."""
        if not self._looking:
            self._looking = True
            threading.Thread(target=self._look, name="camera list", daemon=True).start()

    def _look(self) -> None:
        try:
            cameras = list_cameras()
        except Exception:
            _log.exception("The cameras can't be listed")
            cameras = ()
        try:
            self._found.emit(cameras)
        except RuntimeError:  # the window was closed in the meantime
            _log.debug("Nobody waits for the list of cameras any more")

    def _keep(self, cameras: tuple[Camera, ...]) -> None:
        self._looking = False
        self._looked += 1
        self._cameras = cameras
        self.updated.emit()
