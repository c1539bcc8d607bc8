"""Shows a camera as a mirror does, or not: each camera as was chosen for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton

from facedesk.capture.source import Source, SourceKind
from facedesk.ui.context import AppContext
from facedesk.ui.widgets.video_view import VideoView

_MIRROR = "live.mirror"


class Mirroring(QObject):
    """Joins a button with the picture. Emits changed with the setting that the button changed."""

    changed = Signal(str)

    def __init__(self, context: AppContext, button: QAbstractButton, video: VideoView) -> None:
        super().__init__(video)
        self._context = context
        self._button = button
        self._video = video
        self._is_camera = False
        button.toggled.connect(self._keep)

    def show_source(self, source: Source | None) -> None:
        """Take up what was chosen for a source: only cameras are mirrored."""
        self._is_camera = source is not None and source.kind is SourceKind.CAMERA
        if self._is_camera:
            self._context.settings.camera = source.location
        self._button.setVisible(self._is_camera)
        self._button.setChecked(self._context.settings.get(_MIRROR))
        self._show()

    def _keep(self, mirrored: bool) -> None:
        self._show()
        if mirrored != self._context.settings.get(_MIRROR):
            self._context.keep(_MIRROR, mirrored)
            self.changed.emit(_MIRROR)

    def _show(self) -> None:
        self._video.set_mirrored(self._is_camera and self._button.isChecked())
