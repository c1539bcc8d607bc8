"""Says what the colours and signs of a heat map mean."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facedesk.insight.tint import AGAINST, FOR

_SIDE = 20


class HeatLegend(QWidget):
    """Two swatches with their signs and words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for colour, sign, words in (
            (FOR, "+", self.tr("speaks for one person")),
            (AGAINST, "−", self.tr("speaks against it")),
        ):
            row.addWidget(_Swatch(colour, sign))
            row.addWidget(QLabel(words))
            row.addSpacing(16)
        row.addStretch(1)


class _Swatch(QWidget):
    """A sign on its colour."""

    def __init__(self, colour: tuple[int, int, int], sign: str) -> None:
        super().__init__()
        self._colour, self._sign = QColor(*colour), sign
        self.setFixedSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        font = QFont(self.font())
        font.setPixelSize(_SIDE - 2)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor("black"))  # on orange and blue alike, at least 4.5:1
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sign)
        painter.end()
