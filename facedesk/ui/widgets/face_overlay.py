"""Paints outlines and labels of faces over a picture.

The colours do not follow the theme: they lie on a picture, which may be of any brightness. Each
answer has a line style, an icon and words of its own, so that no one needs the colours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen

from facedesk.live.view import LiveView, SeenFace
from facedesk.matching.decision import Answer
from facedesk.ui import icons
from facedesk.ui.widgets.face_words import answer_of, face_title, score_words
from facedesk.ui.widgets.label_places import label_places
from facedesk.ui.widgets.picture_map import PictureMap

_DARK = QColor(12, 16, 22, 205)  # behind labels
_HALO = QColor(0, 0, 0, 120)  # beside light lines on light pictures
_CORNER = 8.0
_ICON = 16.0
_WIDEST = 260.0  # of a label


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
        for face, label, room in self.labels(view, place):
            if room is not None:
                self._paint_label(painter, _LOOKS[answer_of(face)], label, room)

    def labels(
        self, view: LiveView, place: PictureMap
    ) -> list[tuple[SeenFace, str, QRectF | None]]:
        """Return what is written about each face of a view, and where; None: nothing."""
        outlines = [place.box_to_widget(face.box) for face in view.faces]
        bounds = place.target.adjusted(6, 6, -6, -6)
        labels = [self._label(face, bounds.width()) for face in view.faces]
        sizes = [self._size(label, bounds) if label else None for label in labels]
        places = label_places(outlines, sizes, bounds, self.taken)
        return list(zip(view.faces, labels, places, strict=True))

    def _label(self, face: SeenFace, room: float) -> str:
        """Return the text beside a face, elided to the room there is."""
        text = self.names.get(face.track_id) or face_title(face)
        invited = self.inviting and face.track_id == self.pointed
        if invited and answer_of(face) is Answer.UNKNOWN:
            text = QCoreApplication.translate("Faces", "Click to enrol")
        elif text and self.scores and score_words(face):
            text = f"{text}  {score_words(face)}"
        widest = max(min(room, _WIDEST) - _ICON - 22, 1)
        return QFontMetricsF(self.font).elidedText(text, Qt.TextElideMode.ElideRight, widest)

    def _size(self, label: str, bounds: QRectF) -> QSizeF:
        metrics = QFontMetricsF(self.font)
        width = metrics.horizontalAdvance(label) + _ICON + 22
        return QSizeF(min(width, bounds.width()), min(metrics.height() + 8, bounds.height()))

    def _paint_outline(self, painter: QPainter, face: SeenFace, outline: QRectF) -> None:
        look = _LOOKS[answer_of(face)]
        width = look.width + (1.0 if face.track_id == self.pointed else 0.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_HALO, width + 2.5))
        painter.drawRoundedRect(outline, _CORNER, _CORNER)
        pen = QPen(QColor(look.colour), width, look.line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawRoundedRect(outline, _CORNER, _CORNER)

    def _paint_label(self, painter: QPainter, look: _Look, label: str, room: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DARK)
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        square = QRectF(room.left() + 8, room.center().y() - _ICON / 2, _ICON, _ICON)
        _icon(look).paint(painter, square.toAlignedRect())
        painter.setFont(self.font)
        painter.setPen(QColor("white"))
        text = room.adjusted(_ICON + 13, 0, -8, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)


@cache
def _icon(look: _Look) -> QIcon:
    return icons.icon(look.icon, look.colour)


def _paint_landmarks(painter: QPainter, points: list[QPointF]) -> None:
    painter.setPen(QPen(_HALO, 1.0))
    painter.setBrush(QColor("white"))
    for point in points:
        painter.drawEllipse(point, 2.5, 2.5)
