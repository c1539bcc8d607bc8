"""Paints a person as a card: face, name, since when."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facedesk.ui import icons
from facedesk.ui.widgets.people_model import SINCE

FACE = 128
GAP = 8  # around each card; two cards are 16 apart
PADDING = 16
_CORNER = 12.0
_Role = QPalette.ColorRole
_State = QStyle.StateFlag


class PersonCard(QStyledItemDelegate):
    """Fills the cell it is given, less a gap around it."""

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
        card = option.rect.adjusted(GAP, GAP, -GAP, -GAP)
        _paint_card(painter, option, QRectF(card))
        face = QRect(0, card.top() + PADDING, FACE, FACE)
        face.moveLeft(card.center().x() - FACE // 2)
        paint_face(painter, face, index.data(Qt.ItemDataRole.DecorationRole))
        texts = card.adjusted(PADDING // 2, PADDING + FACE + 10, -PADDING // 2, 0)
        _paint_texts(painter, option, texts, index)
        painter.restore()


def card_size(font: QFont) -> QSize:
    """Return the least size of a cell, gap included."""
    lines = 2 * QFontMetrics(font).height() + 2
    width = FACE + 2 * PADDING + 2 * GAP
    return QSize(width, PADDING + FACE + 10 + lines + PADDING - 4 + 2 * GAP)


def paint_face(
    painter: QPainter, room: QRect, face: QPixmap | None, corner: float = _CORNER
) -> None:
    """Paint a face into a square, or a sign where there is none."""
    palette = QGuiApplication.palette()
    painter.setPen(Qt.PenStyle.NoPen)
    if face is None or face.isNull():
        painter.setBrush(palette.color(_Role.Midlight))
        painter.drawRoundedRect(room, corner, corner)
        inset = room.width() * 5 // 16
        sign = room.adjusted(inset, inset, -inset, -inset)
        icons.icon("person", _Role.PlaceholderText).paint(painter, sign)
        return
    # A brush, since clipping to round corners would leave them jagged.
    brush = QBrush(face)
    scale = room.width() / face.width()
    brush.setTransform(QTransform(scale, 0, 0, scale, room.left(), room.top()))
    painter.setBrush(brush)
    painter.drawRoundedRect(room, corner, corner)


def _paint_card(painter: QPainter, option: QStyleOptionViewItem, card: QRectF) -> None:
    palette = QGuiApplication.palette()  # that of the view is altered by the style sheet
    selected = bool(option.state & _State.State_Selected)
    hovered = bool(option.state & _State.State_MouseOver)
    focused = bool(option.state & _State.State_HasFocus)
    pen = QPen(palette.color(_Role.Mid), 1)
    if selected or focused:
        pen = QPen(palette.color(_Role.Accent), 2)
    elif hovered:
        pen = QPen(palette.color(_Role.Dark), 1)
    painter.setPen(pen)
    painter.setBrush(palette.color(_Role.Base))
    inset = pen.widthF() / 2
    painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), _CORNER, _CORNER)


def _paint_texts(
    painter: QPainter,
    option: QStyleOptionViewItem,
    room: QRect,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QGuiApplication.palette().color(_Role.Text))
    height = option.fontMetrics.height()
    _paint_line(painter, QRect(room.left(), room.top(), room.width(), height), index.data())
    painter.setFont(option.font)
    painter.setPen(QGuiApplication.palette().color(_Role.PlaceholderText))
    below = QRect(room.left(), room.top() + height + 2, room.width(), height)
    _paint_line(painter, below, index.data(SINCE))


def _paint_line(painter: QPainter, room: QRect, text: str) -> None:
    fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, fitted)
