"""The label beside a face in the picture: an icon and a name, an icon and whether it is alive."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter

from facedesk.ui import icons

_DARK = QColor(12, 16, 22, 205)  # readable on a picture of any brightness
_ICON = 16.0
_AIR = 8.0
_GAP = 5.0  # between an icon and its text
_BETWEEN = 10.0  # two parts
_WIDEST = 260.0  # of the part with the name


@dataclass(frozen=True)
class LabelPart:
    """icon: a name of ours, or none; colour: "#rrggbb", of the icon; text: beside it."""

    icon: str
    colour: str
    text: str


class FaceLabel:
    """Parts side by side. The first, which may hold a long name, gives way when there is no room.

    Where all does not fit, the later parts show their icons only.
    """

    def __init__(self, parts: tuple[LabelPart, ...], font: QFont, room: QSizeF) -> None:
        """room: the most that there is."""
        self._parts = parts
        self._font = font
        metrics = QFontMetricsF(font)
        name, *others = (part.text for part in parts)
        if _beside(others, metrics) > room.width() / 2:
            others = [""] * len(others)
        beside = _beside(others, metrics)
        widest = min(room.width() - beside, _WIDEST) - _ICON - _GAP - 2 * _AIR
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(widest, 1.0))
        self._texts = (name, *others)
        width = _AIR + _ICON + _GAP + metrics.horizontalAdvance(name) + _AIR + beside
        self.size = QSizeF(min(width, room.width()), min(metrics.height() + 8, room.height()))

    @property
    def text(self) -> str:
        """All that is written."""
        return "  ".join(filter(None, self._texts))

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint it here."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DARK)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setFont(self._font)
        painter.setPen(QColor("white"))
        metrics = QFontMetricsF(self._font)
        left = place.left() + _AIR
        for part, text in zip(self._parts, self._texts, strict=True):
            square = QRectF(left, place.center().y() - _ICON / 2, _ICON, _ICON)
            _icon(part.icon, part.colour).paint(painter, square.toAlignedRect())
            left += _ICON + _GAP
            line = QRectF(left, place.top(), place.right() - left, place.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            left += metrics.horizontalAdvance(text) + _BETWEEN


def _beside(texts: list[str], metrics: QFontMetricsF) -> float:
    """Return how much room the parts after the first take."""
    return sum(_BETWEEN + _ICON + _GAP + metrics.horizontalAdvance(text) for text in texts)


@cache
def _icon(name: str, colour: str) -> QIcon:
    return icons.icon(name, colour)
