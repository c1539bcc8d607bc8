"""Shows the newest picture of a source, with what is known about the faces in it on top."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facedesk.capture.frame import Frame
from facedesk.live.view import LiveView, SeenFace
from facedesk.ui.widgets.face_overlay import FaceOverlay
from facedesk.ui.widgets.face_words import face_sentence
from facedesk.ui.widgets.fitted_picture import FittedPicture
from facedesk.ui.widgets.picture_map import PictureMap
from facedesk.vision.cut import is_cut


class VideoView(QWidget):
    """Paints frames as they are given; the view on top may be a few frames older.

    Emits face_clicked with the track of a face that was decided about.
    """

    face_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._view: LiveView | None = None
        self._fits = False
        self._mirrored = False
        self._faded = False
        self._words = ""
        self._overlay = FaceOverlay(self.font())
        self._picture = FittedPicture()
        self._painted = 0
        self._painted_frame: Frame | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(self.tr("Live picture"))

    @property
    def mirrored(self) -> bool:
        """Whether left and right change places."""
        return self._mirrored

    @property
    def painted(self) -> int:
        """How many different frames were painted so far."""
        return self._painted

    @property
    def target(self) -> QRectF:
        """The part of this widget that the picture covers; all of it while there is none."""
        place = self._place()
        return place.target if place else QRectF(self.rect())

    def outlines(self) -> list[QRectF]:
        """Return where the faces are in this widget."""
        place = self._place()
        return [place.box_to_widget(face.box) for face in self._faces()] if place else []

    def keep_clear(self, room: QRectF | None) -> None:
        """Keep labels away from where something else lies over the picture; None: nothing does."""
        self._change_overlay(taken=() if room is None else (room,))

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the picture as a mirror does; texts stay readable."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self.update()

    def set_faded(self, faded: bool) -> None:
        """Show that the picture is not live any more."""
        if faded != self._faded:
            self._faded = faded
            self.update()

    def set_words(self, words: str) -> None:
        """Say why there is no picture yet, in its place."""
        if words != self._words:
            self._words = words
            self.update()

    def set_details(self, scores: bool, landmarks: bool) -> None:
        """Choose what is painted beside names and outlines."""
        self._change_overlay(scores=scores, landmarks=landmarks)

    def call(self, names: Mapping[int, str]) -> None:
        """Choose what tracks are called that have no name otherwise."""
        self._change_overlay(names=names)

    def point_out(self, track_id: int, pointed: bool = True) -> None:
        """Emphasise a face, or no longer."""
        if pointed:
            self._point_at(track_id)
        elif track_id == self._overlay.pointed:
            self._point_at(None)

    def show_frame(self, frame: Frame | None) -> None:
        """Paint this frame from now on; None: nothing."""
        if frame is self._frame:
            return
        same_picture = self._frame and frame and frame.image is self._frame.image
        self._frame = frame
        self._fits = self._fit()
        if not same_picture:
            self.update()

    def show_view(self, view: LiveView | None) -> None:
        """Paint these faces from now on; None: none."""
        if view is self._view:
            return
        self._view = view
        self._fits = self._fit()
        faces = self._faces()
        names = self._overlay.names
        titles = [names.get(face.track_id) or face_sentence(face) for face in faces]
        self.setAccessibleDescription(", ".join(titles) or self.tr("No face in the picture"))
        if self._overlay.pointed not in {face.track_id for face in faces}:
            self._point_at(None)
            self.unsetCursor()
        self.update()

    def face_at(self, point: QPointF) -> SeenFace | None:
        """Return the face whose label, or else which itself, is at a point of this widget.

        Of several, the smallest.
        """
        place = self._place()
        if place is None or self._view is None:
            return None
        view = replace(self._view, faces=self._faces())
        for face, _, room in self._overlay.labels(view, place):
            if room is not None and room.contains(point):
                return face
        boxes = [(place.box_to_widget(face.box), face) for face in view.faces]
        hit = [(box, face) for box, face in boxes if box.contains(point)]
        hit.sort(key=lambda pair: pair[0].width() * pair[0].height())
        return hit[0][1] if hit else None

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        face = self._decided_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if face else Qt.CursorShape.ArrowCursor)
        self._point_at(face.track_id if face else None, inviting=True)

    def leaveEvent(self, event: object) -> None:
        self._point_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        face = self._decided_at(event.position())
        if face and event.button() == Qt.MouseButton.LeftButton:
            self.face_clicked.emit(face.track_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._place()
        if place is None:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        else:
            self._paint_live(painter, place)
        painter.end()

    def _paint_live(self, painter: QPainter, place: PictureMap) -> None:
        painter.setOpacity(0.4 if self._faded else 1.0)
        self._picture.paint(painter, self._frame.image, place, self.devicePixelRatioF())
        self._count()
        if self._view and not self._faded:
            painter.setClipRect(place.target)
            self._overlay.paint(painter, replace(self._view, faces=self._faces()), place)

    def _point_at(self, track_id: int | None, inviting: bool = False) -> None:
        self._change_overlay(pointed=track_id, inviting=inviting)

    def _change_overlay(self, **changes: object) -> None:
        overlay = replace(self._overlay, **changes)
        if overlay != self._overlay:
            self._overlay = overlay
            self.update()

    def _count(self) -> None:
        if self._frame is not self._painted_frame:
            self._painted_frame = self._frame
            self._painted += 1

    def _place(self) -> PictureMap | None:
        if self._frame is None:
            return None
        height, width = self._frame.image.shape[:2]
        return PictureMap(width, height, QRectF(self.rect()), self._mirrored)

    def _faces(self) -> tuple[SeenFace, ...]:
        """Return the faces that belong into the picture shown."""
        return self._view.faces if self._fits else ()

    def _fit(self) -> bool:
        """Say whether the faces belong into the picture shown.

        They are those of an earlier picture while the answer to this one is awaited, and after a
        cut a name would stand beside somebody else's face.
        """
        if self._view is None or self._frame is None:
            return False
        seen, shown = self._view.frame, self._frame
        if seen.scene != shown.scene or seen.image.shape != shown.image.shape:
            return False
        return seen.image is shown.image or not is_cut(seen.image, shown.image)

    def _decided_at(self, point: QPointF) -> SeenFace | None:
        face = self.face_at(point)
        return face if face and face.decision else None
