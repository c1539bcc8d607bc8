"""Paints a sighting as a row: face, name and source, when and how long."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facedesk.ui.widgets.person_card import paint_face
from facedesk.ui.widgets.row_ground import paint_row_ground
from facedesk.ui.widgets.sightings_model import LENGTH, SPAN, STRANGER, WHERE

FACE = 48
_HEIGHT = 64
_PADDING = 8
_CORNER = 8.0
_Role = QPalette.ColorRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SightingRow(QStyledItemDelegate):
    """Two lines beside the face."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, max(_HEIGHT, 2 * option.fontMetrics.height() + 3 * _PADDING))

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
        paint_face(painter, face, index.data(Qt.ItemDataRole.DecorationRole), _CORNER)
        room = option.rect.adjusted(FACE + 3 * _PADDING, _PADDING, -2 * _PADDING, -_PADDING)
        half = room.height() // 2
        upper = QRect(room.left(), room.top(), room.width(), half)
        lower = QRect(room.left(), room.top() + half, room.width(), half)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setItalic(index.data(STRANGER))
        _paint_line(
            painter, upper, (index.data(), font), (index.data(SPAN), option.font), _Role.Text
        )
        muted = _Role.PlaceholderText
        texts = (index.data(WHERE), option.font), (index.data(LENGTH), option.font)
        _paint_line(painter, lower, *texts, muted)
        painter.restore()


def _paint_line(
    painter: QPainter,
    room: QRect,
    left: tuple[str, QFont],
    right: tuple[str, QFont],
    colour: QPalette.ColorRole,
) -> None:
    """Paint two texts into one line; the left one is shortened where there is no room."""
    painter.setPen(QGuiApplication.palette().color(colour))
    painter.setFont(right[1])
    painter.drawText(room, _RIGHT, right[0])
    taken = painter.fontMetrics().horizontalAdvance(right[0]) + 2 * _PADDING
    painter.setFont(left[1])
    width = max(room.width() - taken, 0)
    text = painter.fontMetrics().elidedText(left[0], Qt.TextElideMode.ElideRight, width)
    painter.drawText(room, _LEFT, text)
