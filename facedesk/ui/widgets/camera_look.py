"""The live picture, small, with the one face in it that is looked at."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facedesk.capture.capture_status import IDLE, SHOWING
from facedesk.capture.source import SourceKind
from facedesk.live.view import LiveView, SeenFace
from facedesk.ui.context import AppContext
from facedesk.ui.widgets.source_words import status_words
from facedesk.ui.widgets.video_view import VideoView
from facedesk.vision.shot import Shot

_LOOK_EVERY_MS = 30
_LEAST = (120, 90)
_NEARER = 1.3  # how much wider another face must be to be looked at instead


class CameraLook(QWidget):
    """Follows the nearest face. Emits looked after each look, and changed before the first of
    another face, or of none.
    """

    looked = Signal()
    changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: LiveView | None = None
        self._face: SeenFace | None = None
        self._count = 0
        self.video = VideoView()
        self.video.setMinimumSize(*_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.video)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def view(self) -> LiveView | None:
        """What is known about all faces; None when nothing is shown of this moment."""
        return self._view

    @property
    def face(self) -> SeenFace | None:
        """The face that is looked at."""
        return self._face

    @property
    def shot(self) -> Shot | None:
        """The best picture of the face so far."""
        return self._face.best_shot if self._face else None

    @property
    def count(self) -> int:
        """How many faces are in view."""
        return self._count

    @property
    def idle(self) -> bool:
        """Whether no source is open."""
        return self._context.session.status.state in IDLE

    @property
    def words(self) -> str:
        """What the source is doing, in a sentence."""
        session = self._context.session
        return status_words(session.status, session.engine, self._count)

    def look(self) -> None:
        """Show whatever is new."""
        session = self._context.session
        status = session.status
        view = session.newest_view if status.state in SHOWING else None
        self._follow(view)
        mirror = self._context.settings.get("live.mirror")
        is_camera = status.source is not None and status.source.kind is SourceKind.CAMERA
        self.video.set_mirrored(is_camera and mirror)
        self.video.set_faded(status.state not in SHOWING)
        self.video.show_frame(session.newest_frame)
        self.video.show_view(_only(self._face, view))
        self.looked.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _follow(self, view: LiveView | None) -> None:
        self._view = view
        faces = view.faces if view else ()
        before = self._face
        same = [face for face in faces if before and face.track_id == before.track_id]
        nearest = max(faces, key=lambda face: face.detection.width, default=None)
        stays = same and nearest.detection.width < same[0].detection.width * _NEARER
        self._face = same[0] if stays else nearest
        self._count = len(faces)
        if _track(self._face) != _track(before):
            self.changed.emit()


def _track(face: SeenFace | None) -> int | None:
    return face.track_id if face else None


def _only(face: SeenFace | None, view: LiveView | None) -> LiveView | None:
    """Return what to paint: the face that is looked at, with no word of who it may be."""
    if face is None or view is None:
        return None
    return LiveView(view.frame, (replace(face, decision=None),))
