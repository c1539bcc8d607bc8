"""The column “In view”: the faces of the live picture as a list, for keyboard and screen reader."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facedesk.live.view import LiveView, SeenFace
from facedesk.ui.widgets.face_crop import face_image
from facedesk.ui.widgets.face_row import FaceRow
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.vision.shot import Shot


class InViewList(QWidget):
    """Emits enrol_wanted, correction_wanted, why_wanted and liveness_wanted with a track, and
    pointed with one and whether it is.
    """

    enrol_wanted = Signal(int)
    correction_wanted = Signal(int)
    why_wanted = Signal(int)
    liveness_wanted = Signal(int)
    pointed = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("In view"))
        self._rows: dict[int, FaceRow] = {}
        self._shots: dict[int, Shot | None] = {}
        self._scene: int | None = None
        self.heading = QLabel(self.tr("In view"))
        self.heading.setProperty("role", "heading")
        self.nobody = QLabel(self.tr("Nobody yet"))
        self.nobody.setProperty("role", "secondary")
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.nobody)
        column.addWidget(scrolling(inside), 1)

    def show_view(self, view: LiveView | None) -> None:
        """List these faces, in the order in which they came; None: nobody."""
        scene = view.frame.scene if view else None
        faces = {face.track_id: face for face in view.faces} if view else {}
        gone = [id_ for id_ in self._rows if id_ not in faces or scene != self._scene]
        for track_id in gone:
            self._remove(track_id)
        self._scene = scene
        for track_id in sorted(faces):
            row = self._rows.get(track_id) or self._add(track_id)
            row.show_face(faces[track_id])
            self._show_picture(row, faces[track_id], view)
        self.nobody.setVisible(not faces)
        count = f" ({len(faces)})" if faces else ""
        self.heading.setText(self.tr("In view") + count)

    def row(self, track_id: int) -> FaceRow | None:
        """Return the row of a track."""
        return self._rows.get(track_id)

    def _add(self, track_id: int) -> FaceRow:
        row = FaceRow(track_id)
        row.enrol_wanted.connect(self.enrol_wanted)
        row.correction_wanted.connect(self.correction_wanted)
        row.why_wanted.connect(self.why_wanted)
        row.liveness_wanted.connect(self.liveness_wanted)
        row.pointed.connect(self.pointed)
        self._rows[track_id] = row
        self._layout.insertWidget(self._layout.count() - 1, row)
        return row

    def _remove(self, track_id: int) -> None:
        row = self._rows.pop(track_id)
        self._shots.pop(track_id, None)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_picture(self, row: FaceRow, face: SeenFace, view: LiveView) -> None:
        """Show the best shot, or this moment until there is one."""
        if face.track_id in self._shots and self._shots[face.track_id] is face.best_shot:
            return
        self._shots[face.track_id] = face.best_shot
        shot = face.best_shot
        image = shot.image if shot else view.frame.image
        landmarks = shot.detection.landmarks if shot else face.landmarks
        row.show_picture(face_image(image, landmarks, row.picture.pixels))
