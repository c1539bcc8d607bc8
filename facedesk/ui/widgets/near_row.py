"""Paints somebody in a list: face, name, a quieter line, and a sign where there is one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facedesk.ui import icons
from facedesk.ui.widgets.near_model import SIGN, WORDS
from facedesk.ui.widgets.person_card import paint_face
from facedesk.ui.widgets.row_ground import paint_row_ground

FACE = 36
_HEIGHT = 48
_PADDING = 6
_SIGN = 18
_Role = QPalette.ColorRole


class NearRow(QStyledItemDelegate):
    """Two lines beside the face."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, max(_HEIGHT, 2 * option.fontMetrics.height() + 2 * _PADDING))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        paint_row_ground(painter, option)
        face = QRect(option.rect.left() + _PADDING, 0, FACE, FACE)
        face.moveTop(option.rect.center().y() - FACE // 2)
        paint_face(painter, face, index.data(Qt.ItemDataRole.DecorationRole), 8.0)
        room = option.rect.adjusted(FACE + 3 * _PADDING, _PADDING, -_PADDING, -_PADDING)
        if index.data(SIGN):
            sign = QRect(room.right() - _SIGN, room.center().y() - _SIGN // 2, _SIGN, _SIGN)
            role = _Role.BrightText if index.data(SIGN) == "warning" else _Role.Accent
            icons.icon(index.data(SIGN), role).paint(painter, sign)
            room.setRight(sign.left() - _PADDING)
        half = room.height() // 2
        upper = QRect(room.left(), room.top(), room.width(), half)
        lower = QRect(room.left(), room.top() + half, room.width(), half)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        _paint_line(painter, upper, index.data(), font, _Role.Text)
        _paint_line(painter, lower, index.data(WORDS), option.font, _Role.PlaceholderText)
        painter.restore()


def _paint_line(
    painter: QPainter, room: QRect, text: str, font: QFont, colour: QPalette.ColorRole
) -> None:
    painter.setFont(font)
    painter.setPen(QGuiApplication.palette().color(colour))
    fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)
