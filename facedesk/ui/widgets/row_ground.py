"""Paints what is behind a row of a list: chosen, under the mouse, in focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

_CORNER = 8.0
_CHOSEN_ALPHA = 48
_Role = QPalette.ColorRole
_State = QStyle.StateFlag


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the ground of a row as its state is."""
    palette = QGuiApplication.palette()  # that of the view is altered by the style sheet
    ground = QRectF(option.rect).adjusted(1, 1, -1, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & _State.State_Selected:
        chosen = palette.color(_Role.Accent)
        chosen.setAlpha(_CHOSEN_ALPHA)
        painter.setBrush(chosen)
        painter.drawRoundedRect(ground, _CORNER, _CORNER)
    elif option.state & _State.State_MouseOver:
        painter.setBrush(palette.color(_Role.Midlight))
        painter.drawRoundedRect(ground, _CORNER, _CORNER)
    if option.state & _State.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(_Role.Accent), 2))
        painter.drawRoundedRect(ground, _CORNER, _CORNER)
