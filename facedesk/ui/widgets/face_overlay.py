"""Paints outlines and labels of faces over a picture.

The colours do not follow the theme: they lie on a picture, which may be of any brightness. Each
answer has a line style, an icon and words of its own, so that no one needs the colours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.answer import Liveness
from facedesk.matching.decision import Answer
from facedesk.ui.widgets.face_label import FaceLabel, LabelPart
from facedesk.ui.widgets.face_words import answer_of, face_title, is_flat, score_words
from facedesk.ui.widgets.label_places import label_places
from facedesk.ui.widgets.liveness_words import LIVENESS_ICONS, liveness_words
from facedesk.ui.widgets.picture_map import PictureMap

_HALO = QColor(0, 0, 0, 120)  # beside light lines on light pictures
_CORNER = 8.0


@dataclass(frozen=True)
class _Look:
    colour: str
    line: Qt.PenStyle
    width: float
    icon: str


_LOOKS = {
    Answer.KNOWN: _Look("#4ade80", Qt.PenStyle.SolidLine, 2.5, "mdi6.check-bold"),
    Answer.UNSURE: _Look("#fbbf24", Qt.PenStyle.DashLine, 2.5, "mdi6.help"),
    Answer.UNKNOWN: _Look("#e2e8f0", Qt.PenStyle.DotLine, 2.5, "mdi6.account"),
    None: _Look("#e2e8f0", Qt.PenStyle.SolidLine, 1.0, ""),
}
_FLAT = _Look("#fb923c", Qt.PenStyle.DashDotLine, 2.5, LIVENESS_ICONS[Liveness.FLAT])
_CHECKING = _Look("#e2e8f0", Qt.PenStyle.SolidLine, 1.0, "mdi6.timer-sand")
_LIVENESS_COLOURS = {
    Liveness.LIVE: "#4ade80",
    Liveness.FLAT: "#fb923c",
    Liveness.NOT_SURE: "#e2e8f0",
}


@dataclass(frozen=True)
class FaceOverlay:
    """How faces are painted.

    pointed: the track to emphasise; inviting: whether by the mouse. taken: where something else
    lies over the picture, which labels keep clear of. names: what tracks are called that have no
    name otherwise.
    """

    font: QFont
    scores: bool = False
    landmarks: bool = False
    pointed: int | None = None
    inviting: bool = False
    taken: tuple[QRectF, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)

    def paint(self, painter: QPainter, view: LiveView, place: PictureMap) -> None:
        """Paint all faces of a view; `place` tells where its picture lies."""
        for face in view.faces:
            self._paint_outline(painter, face, place.box_to_widget(face.box))
            if self.landmarks:
                _paint_landmarks(painter, [place.to_widget(x, y) for x, y in face.landmarks])
        for _, label, room in self.labels(view, place):
            if room is not None:
                label.paint(painter, room)

    def labels(
        self, view: LiveView, place: PictureMap
    ) -> list[tuple[SeenFace, FaceLabel | None, QRectF | None]]:
        """Return what is written about each face of a view, and where; None: nothing."""
        outlines = [place.box_to_widget(face.box) for face in view.faces]
        bounds = place.target.adjusted(6, 6, -6, -6)
        labels = [self._label(face, bounds.size()) for face in view.faces]
        sizes = [label.size if label else None for label in labels]
        places = label_places(outlines, sizes, bounds, self.taken)
        return list(zip(view.faces, labels, places, strict=True))

    def _label(self, face: SeenFace, room: QSizeF) -> FaceLabel | None:
        look, name = _look(face), self._name(face)
        parts = [LabelPart(look.icon, look.colour, name)] if name else []
        liveness = face.liveness.liveness if face.liveness else None
        tells = liveness is not Liveness.NOT_SURE or not name  # beside a name that says nothing
        if liveness is not None and tells and not face.withheld:
            icon, colour = LIVENESS_ICONS[liveness], _LIVENESS_COLOURS[liveness]
            parts.append(LabelPart(icon, colour, liveness_words(liveness)))
        return FaceLabel(tuple(parts), self.font, room) if parts else None

    def _name(self, face: SeenFace) -> str:
        """Return what a face is called here."""
        text = self.names.get(face.track_id) or face_title(face)
        invited = self.inviting and face.track_id == self.pointed
        if invited and answer_of(face) is Answer.UNKNOWN:
            return QCoreApplication.translate("Faces", "Click to enrol")
        if text and self.scores and score_words(face):
            return f"{text}  {score_words(face)}"
        return text

    def _paint_outline(self, painter: QPainter, face: SeenFace, outline: QRectF) -> None:
        look = _look(face)
        width = look.width + (1.0 if face.track_id == self.pointed else 0.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_HALO, width + 2.5))
        painter.drawRoundedRect(outline, _CORNER, _CORNER)
        pen = QPen(QColor(look.colour), width, look.line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawRoundedRect(outline, _CORNER, _CORNER)


def _look(face: SeenFace) -> _Look:
    if not face.withheld:
        return _LOOKS[answer_of(face)]
    return _FLAT if is_flat(face) else _CHECKING


def _paint_landmarks(painter: QPainter, points: list[QPointF]) -> None:
    painter.setPen(QPen(_HALO, 1.0))
    painter.setBrush(QColor("white"))
    for point in points:
        painter.drawEllipse(point, 2.5, 2.5)
