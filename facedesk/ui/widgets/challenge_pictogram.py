"""Shows a movement of a challenge as a drawing that makes it."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from facedesk.liveness.challenge.movement import Movement
from facedesk.ui.widgets.challenge_head import HeadPose, paint_head

_EVERY_MS = 40
_ROUND_S = 2.4  # of the movement, there and back, with a rest at both ends
_SMALLER = 0.72  # the head before it comes closer
_LINE = 0.03  # of the side of the drawing
_TIP = 0.05


class ChallengePictogram(QWidget):
    """Draws the head as in a mirror: somebody's own left is on the left.

    Where the user wants nothing to move, it shows the end of the movement.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._movement: Movement | None = None
        self._passed_ms = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(130, 130)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._go_on)

    @property
    def movement(self) -> Movement | None:
        """What is drawn; None: a head that looks straight ahead."""
        return self._movement

    @property
    def moves(self) -> bool:
        """Whether the drawing moves just now."""
        return self._timer.isActive()

    def show_movement(self, movement: Movement | None) -> None:
        """Draw this from now on; None: a head that looks straight ahead."""
        if movement is not self._movement:
            self._movement = movement
            self._passed_ms = 0
            self._run()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, 190)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        room = QRectF(0, 0, side, side)
        room.moveCenter(QRectF(self.rect()).center())
        done = self._done()
        paint_head(
            painter, room, _pose(self._movement, done), self._colour(QPalette.ColorRole.WindowText)
        )
        self._paint_arrows(painter, room)
        painter.end()

    def _run(self) -> None:
        still = not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if self._movement is None or still or not self.isVisible():
            self._timer.stop()
        else:
            self._timer.start()

    def _go_on(self) -> None:
        self._passed_ms += _EVERY_MS
        self.update()

    def _done(self) -> float:
        """Return how far the movement is, 0…1; it rests at both ends."""
        if not self._timer.isActive():
            return 1.0
        wave = 0.5 - 0.8 * math.cos(2 * math.pi * self._passed_ms / 1000 / _ROUND_S)
        return min(max(wave, 0.0), 1.0)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _paint_arrows(self, painter: QPainter, room: QRectF) -> None:
        if self._movement in (None, Movement.BLINK):
            return
        painter.translate(room.center())
        painter.scale(room.width(), room.width())
        pen = QPen(self._colour(QPalette.ColorRole.Accent), _LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._movement is Movement.TURN_LEFT:
            _arrow(painter, QPointF(0.2, 0.4), QPointF(0, 0.49), QPointF(-0.22, 0.4))
        elif self._movement is Movement.TURN_RIGHT:
            _arrow(painter, QPointF(-0.2, 0.4), QPointF(0, 0.49), QPointF(0.22, 0.4))
        elif self._movement is Movement.NOD:
            _arrow(painter, QPointF(0.39, -0.2), QPointF(0.49, 0), QPointF(0.39, 0.22))
        else:
            for x in (-1, 1):
                for y in (-1, 1):
                    begin, end = QPointF(0.3 * x, 0.3 * y), QPointF(0.42 * x, 0.42 * y)
                    _arrow(painter, begin, (begin + end) / 2, end)


def _pose(movement: Movement | None, done: float) -> HeadPose:
    """Return the pose of a movement that is so far done, 0…1."""
    match movement:
        case Movement.TURN_LEFT:
            return HeadPose(turned=-done)
        case Movement.TURN_RIGHT:
            return HeadPose(turned=done)
        case Movement.NOD:
            return HeadPose(nodded=done)
        case Movement.BLINK:
            return HeadPose(shut=done)
        case Movement.COME_CLOSER:
            return HeadPose(size=_SMALLER + (1 - _SMALLER) * done)
    return HeadPose()


def _arrow(painter: QPainter, begin: QPointF, bend: QPointF, end: QPointF) -> None:
    """Paint a bent line with a tip at its end."""
    path = QPainterPath(begin)
    path.quadTo(bend, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    along = end - bend
    along /= math.hypot(along.x(), along.y())
    aside = QPointF(-along.y(), along.x())
    back = end - along * _TIP * 0.6
    painter.setBrush(painter.pen().color())
    tip = [back + aside * _TIP, end + along * _TIP * 0.6, back - aside * _TIP]
    painter.drawPolygon(QPolygonF(tip))
