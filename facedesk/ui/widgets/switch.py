"""A switch: on or off, at once."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

_TRACK = QSize(40, 22)
_RING = 3  # room around the track for the focus ring
_Role = QPalette.ColorRole


class Switch(QCheckBox):
    """A check box that looks like a switch; its label stands elsewhere."""

    def sizeHint(self) -> QSize:
        return _TRACK + QSize(2 * _RING, 2 * _RING)

    def hitButton(self, _position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, 0, _TRACK.width(), _TRACK.height())
        track.moveCenter(QRectF(self.rect()).center())
        palette = self.palette()
        on = self.isChecked()
        painter.setPen(QPen(palette.color(_Role.Accent if on else _Role.Dark), 1.5))
        painter.setBrush(palette.color(_Role.Accent if on else _Role.Base))
        room = track.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(_Role.HighlightedText if on else _Role.Dark))
        knob = QRectF(0, 0, 12, 12)
        knob.moveCenter(room.center())
        knob.moveLeft(room.right() - 16 if on else room.left() + 4)
        painter.drawEllipse(knob)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(_Role.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()
