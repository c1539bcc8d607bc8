"""Knows the faces of the live picture by their templates, for whoever places them somewhere."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from facedesk.capture.capture_status import SHOWING
from facedesk.errors import FacedeskError
from facedesk.live.view import SeenFace
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Task
from facedesk.vision.shot import Shot

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.live.claim import VerifiedFace

_LOOK_EVERY_MS = 400
_Key = tuple[int, int]  # scene and track


@dataclass(frozen=True, eq=False)
class LiveFace:
    """A face of the live picture.

    vector: unit, float32 (D,), of its best shot so far. encoder_id: of what made it.
    """

    face: SeenFace
    shot: Shot
    vector: np.ndarray
    encoder_id: str


class LiveFaces(QObject):
    """Encodes the best shot of each face, and again when there is a better one.

    Emits changed with a tuple of LiveFace, in the order in which they came.
    """

    changed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._known: dict[_Key, LiveFace] = {}
        self._task: Task | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look at once, and again now and then."""
        self._look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        session = self._context.session
        view = session.newest_view if session.status.state in SHOWING else None
        faces = {(view.frame.scene, face.track_id): face for face in view.faces} if view else {}
        encoder_id = session.models.encoder.id if session.models else ""
        known = {
            key: replace(before, face=faces[key])
            for key, before in self._known.items()
            if key in faces and before.encoder_id == encoder_id
        }
        renamed = any(known[key].face.decision != self._known[key].face.decision for key in known)
        news = renamed or known.keys() != self._known.keys()
        self._known = known
        if news:
            self._tell()
        self._encode_next(faces)

    def _encode_next(self, faces: dict[_Key, SeenFace]) -> None:
        """Encode one face that has a better shot than is known; the others have their turn."""
        session = self._context.session
        if self._task in self._context.tasks.running or session.models is None:
            return
        for key, face in faces.items():
            before = self._known.get(key)
            if face.best_shot is not None and (before is None or before.shot is not face.best_shot):
                self._encode(key, face)
                return

    def _encode(self, key: _Key, face: SeenFace) -> None:
        models, shot = self._context.session.models, face.best_shot

        def job(*_: object) -> "VerifiedFace":
            from facedesk.live.claim import face_of_shot

            return face_of_shot(shot, models)

        def take(encoded: "VerifiedFace") -> None:
            self._known[key] = LiveFace(face, shot, encoded.vector, models.encoder.id)
            self._tell()

        title = self.tr("Placing a face on the map")
        self._task = self._context.tasks.start(title, job, take, _ignored)

    def _tell(self) -> None:
        self.changed.emit(tuple(self._known[key] for key in sorted(self._known)))


def _ignored(_error: FacedeskError) -> None:
    """The next shot will do."""
