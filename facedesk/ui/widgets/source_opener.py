"""Opens sources, and at the start the one that was open last."""

from PySide6.QtCore import QObject

from facedesk.capture.source import Source, SourceKind, camera_source, parse_source
from facedesk.errors import SourceError
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level, error_text
from facedesk.ui.widgets.camera_list import CameraList

_REMEMBERED = "live.source"


class SourceOpener(QObject):
    """What the user opens is remembered; what is opened in its stead is not."""

    def __init__(
        self, context: AppContext, cameras: CameraList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._cameras = cameras
        self._begun = False
        cameras.updated.connect(self._open_camera_at_start)

    def begin(self) -> None:
        """Open what was open last, else the first camera; once, and not over an open source."""
        if self._begun:
            return
        self._begun = True
        source = self._remembered()
        if self._session_is_idle() and source and source.kind is not SourceKind.CAMERA:
            self._context.session.open(source)
        self._cameras.refresh()

    def open(self, source: Source) -> None:
        """Open a source chosen by the user."""
        self._context.session.open(source)
        self._context.keep(_REMEMBERED, source.key)

    def open_again(self) -> None:
        """Open the present source from its beginning."""
        source = self._context.session.status.source
        if source is not None:
            self._context.session.open(source)

    def _session_is_idle(self) -> bool:
        return self._context.session.status.source is None

    def _remembered(self) -> Source | None:
        key = self._context.settings.get(_REMEMBERED)
        try:
            return parse_source(key) if key else None
        except SourceError as error:
            self._context.messages.show(Level.WARNING, error_text(error))
            return None

    def _open_camera_at_start(self) -> None:
        """Open the remembered camera if it is connected, else the first one."""
        if self._cameras.looked > 1 or not self._session_is_idle():
            return
        key = self._context.settings.get(_REMEMBERED)
        sources = [camera_source(camera) for camera in self._cameras.cameras]
        wanted = [source for source in sources if source.key == key] + sources[:1]
        if wanted:
            self._context.session.open(wanted[0])
