"""Opens sources, and at the start the one that was open last."""

from PySide6.QtCore import QObject

from facedesk.capture.source import Source, camera_source, is_camera_key
from facedesk.errors import FacedeskError
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level, error_text
from facedesk.ui.widgets.camera_list import CameraList
from facedesk.ui.widgets.source_finder import SourceFinder

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
        self._awaits_camera = False
        cameras.updated.connect(self._open_awaited)
        self._last = SourceFinder(self)
        self._last.found.connect(self._open_last)
        self._last.refused.connect(self._do_without_last)
        self._wanted = SourceFinder(self)
        self._wanted.found.connect(self.open)
        self._wanted.refused.connect(context.messages.show_error)

    def begin(self) -> None:
        """Open what was open last, else the first camera there is or will be; once.

        An open source stays.
        """
        if self._begun:
            return
        self._begun = True
        key = self._context.settings.get(_REMEMBERED)
        if key and not is_camera_key(key):
            self._last.find(key)
        else:
            self._awaits_camera = True
        self._cameras.refresh()

    def find(self, text: str) -> None:
        """Open what a text of the user says: a path, an address, a camera."""
        self._wanted.find(text)

    def open(self, source: Source) -> None:
        """Open a source chosen by the user."""
        self._forget()
        self._context.session.open(source)
        self._context.keep(_REMEMBERED, source.key)

    def open_again(self) -> None:
        """Open the present source from its beginning."""
        source = self._context.session.status.source
        if source is not None:
            self._context.session.open(source)

    def close(self) -> None:
        """Close the source, and open none that is still looked for."""
        self._forget()
        self._context.session.close_source()

    def _forget(self) -> None:
        self._awaits_camera = False
        self._last.forget()
        self._wanted.forget()

    def _is_idle(self) -> bool:
        return self._context.session.status.source is None

    def _open_last(self, source: Source) -> None:
        if self._is_idle():
            self._context.session.open(source)

    def _do_without_last(self, error: FacedeskError) -> None:
        self._context.messages.show(Level.WARNING, error_text(error))
        self._awaits_camera = True
        self._open_awaited()

    def _open_awaited(self) -> None:
        """Open the remembered camera if it is connected, else the first one."""
        if not self._awaits_camera or not self._is_idle():
            return
        key = self._context.settings.get(_REMEMBERED)
        sources = [camera_source(camera) for camera in self._cameras.cameras]
        wanted = [source for source in sources if source.key == key] + sources[:1]
        if wanted:
            self._awaits_camera = False
            self._context.session.open(wanted[0])
