"""Two pictures over each other, and a divider between them that can be moved."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from facedesk.ui.widgets.fitted_picture import FittedPicture
from facedesk.ui.widgets.picture_map import PictureMap
from facedesk.ui.widgets.wheel import LeavesWheelToPage

_GRIP = 9.0
_LEAST = QSize(200, 160)
_SHADE = QColor(0, 0, 0, 150)


class PictureCompare(LeavesWheelToPage, QAbstractSlider):
    """The original on the left of the divider, the result on its right; alone, either fills it.

    The value, 0…100, is where the divider stands; arrow keys, Page Up and Down, Home and End move
    it, and so does the mouse.
    """

    def __init__(self) -> None:
        super().__init__()
        self._before: np.ndarray | None = None
        self._after: np.ndarray | None = None
        self._fitted = FittedPicture(), FittedPicture()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(2)
        self.setPageStep(20)
        self.setValue(50)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST)
        self.valueChanged.connect(self.update)

    @property
    def divided(self) -> bool:
        """Whether there are two pictures to compare."""
        return self._before is not None and self._after is not None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._before is None and self._after is None

    @property
    def divider(self) -> float:
        """Where the divider stands, in the coordinates of the widget."""
        target = self._place(self._before).target if self.divided else QRectF(self.rect())
        return target.left() + target.width() * self.value() / self.maximum()

    def show_pictures(self, before: np.ndarray | None, after: np.ndarray | None) -> None:
        """Show these, RGB uint8 (H, W, 3), of one shape and any size; None where there is none."""
        self._before, self._after = before, after
        if self.divided:
            self.setAccessibleName(self.tr("Divider between the original and the result"))
        else:
            self.setAccessibleName(self.tr("The picture"))
        self.setCursor(Qt.CursorShape.SplitHCursor if self.divided else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position().x())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.divided:
            self._paint_both(painter)
        elif not self.empty:
            self._paint_one(painter, self._before if self._after is None else self._after)
        painter.end()

    def _paint_both(self, painter: QPainter) -> None:
        # Where the original lies, since a preview may be narrower by the rounding of its size.
        place = self._place(self._before)
        target, x = place.target, self.divider
        ratio = self.devicePixelRatioF()
        painter.save()
        painter.setClipRect(QRectF(target.left(), target.top(), x - target.left(), target.height()))
        self._fitted[0].paint(painter, self._before, place, ratio)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(x, target.top(), target.right() - x, target.height()))
        self._fitted[1].paint(painter, self._after, place, ratio)
        painter.restore()
        self._paint_divider(painter, target, x)
        self._paint_name(painter, target, self.tr("Original"), x, left=True)
        self._paint_name(painter, target, self.tr("Result"), x, left=False)

    def _paint_one(self, painter: QPainter, image: np.ndarray) -> None:
        self._fitted[0].paint(painter, image, self._place(image), self.devicePixelRatioF())

    def _paint_divider(self, painter: QPainter, target: QRectF, x: float) -> None:
        accent = self.palette().color(QPalette.ColorRole.Accent)
        top, bottom = QPointF(x, target.top()), QPointF(x, target.bottom())
        painter.setPen(QPen(Qt.GlobalColor.black, 4))
        painter.drawLine(top, bottom)
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.drawLine(top, bottom)
        painter.setBrush(accent if self.hasFocus() else QColor(Qt.GlobalColor.white))
        painter.setPen(QPen(Qt.GlobalColor.black, 1))
        painter.drawEllipse(QPointF(x, target.center().y()), _GRIP, _GRIP)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(target.adjusted(1, 1, -1, -1), 12, 12)

    def _paint_name(
        self, painter: QPainter, target: QRectF, name: str, x: float, left: bool
    ) -> None:
        """Write at the lower corner which side is which, where there is room beside the divider."""
        metrics = self.fontMetrics()
        chip = QRectF(0, 0, metrics.horizontalAdvance(name) + 16, metrics.height() + 6)
        chip.moveBottom(target.bottom() - 10)
        if left:
            chip.moveLeft(target.left() + 10)
        else:
            chip.moveRight(target.right() - 10)
        if (chip.right() > x - 8) if left else (chip.left() < x + 8):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADE)
        painter.drawRoundedRect(chip, 6, 6)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, name)

    def _place(self, image: np.ndarray) -> PictureMap:
        return PictureMap(image.shape[1], image.shape[0], QRectF(self.rect()))

    def _move_to(self, x: float) -> None:
        if self.divided:
            target = self._place(self._before).target
            share = (x - target.left()) / max(target.width(), 1)
            self.setValue(round(share * self.maximum()))
