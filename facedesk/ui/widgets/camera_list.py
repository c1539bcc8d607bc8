"""The connected cameras, looked up without holding up the window."""

import logging
import threading

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from facedesk.capture.cameras import DEVICES, Camera, camera_devices, list_cameras

_log = logging.getLogger(__name__)
_SETTLED_MS = 300  # a camera just plugged in appears before it may be used


class CameraList(QObject):
    """Emits `updated` after each look-up, on the GUI thread.

    It looks again by itself when a camera comes or goes; where the system does not tell, when the
    user comes back to the window.
    """

    updated = Signal()
    _found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking = False
        self._looked = 0
        self._cameras: tuple[Camera, ...] = ()
        self._found.connect(self._keep)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(self._look_when_settled)
        self._watch()

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

    def _watch(self) -> None:
        self._devices = camera_devices()
        if self._devices is None:
            QGuiApplication.instance().applicationStateChanged.connect(self._look_when_back)
        else:
            watcher = QFileSystemWatcher([str(DEVICES)], self)
            watcher.directoryChanged.connect(self._note_devices)

    def _note_devices(self) -> None:
        """Wait for what was plugged in to settle; most devices that come and go are no cameras."""
        before, self._devices = self._devices, camera_devices()
        if self._devices != before:
            self._settling.start()

    def _look_when_settled(self) -> None:
        if self._looking:
            self._settling.start()  # that look may have begun too early
        else:
            self.refresh()

    def _look_when_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.refresh()

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
