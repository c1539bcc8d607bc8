"""Paints a unit as a card: its nine strongest patches, and its number."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facedesk.ui.widgets.row_ground import paint_row_ground

PATCHES = 132  # side of the picture with the patches
_PADDING = 8
_Role = QPalette.ColorRole


class UnitCard(QStyledItemDelegate):
    """Fills the cell it is given."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return option.widget.gridSize()

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
        room = QRect(0, option.rect.top() + _PADDING, PATCHES, PATCHES)
        room.moveLeft(option.rect.center().x() - PATCHES // 2)
        _paint_patches(painter, room, index.data(Qt.ItemDataRole.DecorationRole))
        below = QRect(
            room.left(), room.bottom(), room.width(), option.rect.bottom() - room.bottom()
        )
        painter.setPen(QGuiApplication.palette().color(_Role.PlaceholderText))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()


def card_size(line: int) -> QSize:
    """Return the least size of a cell. line: the height of a line of text."""
    return QSize(PATCHES + 2 * _PADDING + 4, PATCHES + line + 3 * _PADDING)


def _paint_patches(painter: QPainter, room: QRect, patches: QPixmap | None) -> None:
    """Paint the patches, or an empty square while there are none."""
    if patches is None or patches.isNull():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QGuiApplication.palette().color(_Role.Midlight))
        painter.drawRoundedRect(QRectF(room), 8, 8)
    else:
        painter.drawPixmap(room, patches)
