"""Draws a head as a pictogram, in any pose that a challenge asks for."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_LINE = 0.035  # of the side of the drawing
_WIDTH, _HEIGHT = 0.52, 0.66  # of the head, in sides of the drawing
_EYES, _NOSE, _MOUTH = -0.08, 0.06, 0.17  # how far below the middle of the head
_APART = 0.115  # eyes, from the middle
_MOST_TURN = math.radians(27)
_MOST_NOD = 0.07


@dataclass(frozen=True)
class HeadPose:
    """turned: −1 to the left of the drawing … 1 to its right. nodded: 0…1 downwards.

    shut: 0…1, how far the eyes are. size: 1 is the usual one.
    """

    turned: float = 0.0
    nodded: float = 0.0
    shut: float = 0.0
    size: float = 1.0


def paint_head(painter: QPainter, room: QRectF, pose: HeadPose, colour: QColor) -> None:
    """Paint a head into the middle of a square."""
    side = room.width() * pose.size
    painter.save()
    painter.translate(room.center())
    painter.scale(side, side)
    pen = QPen(colour, _LINE / pose.size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _paint_outline(painter, pose)
    _paint_face(painter, pose)
    painter.restore()


def _paint_outline(painter: QPainter, pose: HeadPose) -> None:
    head = QRectF(-_WIDTH / 2, -_HEIGHT / 2, _WIDTH, _HEIGHT)
    painter.drawEllipse(head)
    for side in (-1, 1):
        # The ear that turns away goes behind the head, the other one comes forward.
        x = side * _WIDTH / 2 - pose.turned * 0.12
        if abs(x) > _WIDTH / 2 - 0.02:
            x = math.copysign(_WIDTH / 2, x)
            ear = QPainterPath(QPointF(x, -0.05))
            ear.cubicTo(x + side * 0.07, -0.09, x + side * 0.06, 0.09, x - side * 0.012, 0.08)
            painter.drawPath(ear)


def _paint_face(painter: QPainter, pose: HeadPose) -> None:
    turn = pose.turned * _MOST_TURN
    down = pose.nodded * _MOST_NOD

    def across(x: float, depth: float) -> float:
        """Return where something ends up that is before the middle of the head by its depth."""
        return x * math.cos(turn) + depth * math.sin(turn)

    for x in (-_APART, _APART):
        middle = QPointF(across(x, 0.17), _EYES + down)
        _paint_eye(painter, middle, pose.shut)
    nose = QPainterPath(QPointF(across(0, 0.2), _EYES + 0.05 + down))
    tip = across(0, 0.28)
    nose.lineTo(tip + 0.03 * (1 if turn >= 0 else -1), _NOSE + 1.3 * down)
    nose.lineTo(across(0, 0.2), _NOSE + 0.012 + 1.2 * down)
    painter.drawPath(nose)
    left, right = across(-0.085, 0.19), across(0.085, 0.19)
    mouth = QPainterPath(QPointF(left, _MOUTH + down))
    mouth.quadTo((left + right) / 2, _MOUTH + 0.05 + down, right, _MOUTH + down)
    painter.drawPath(mouth)


def _paint_eye(painter: QPainter, middle: QPointF, shut: float) -> None:
    width, height = 0.04, 0.04 * (1 - shut)
    if shut > 0.7:
        lid = QPainterPath(middle - QPointF(width, 0))
        lid.quadTo(middle + QPointF(0, 0.03), middle + QPointF(width, 0))
        painter.drawPath(lid)
        return
    painter.save()
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(middle, width * 0.75, height * 0.9)
    painter.restore()
