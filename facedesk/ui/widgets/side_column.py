"""The right column: who is in view, and over it the panel that enrols."""

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

_WIDTH = 300


class SideColumn(QWidget):
    """Holds two widgets; the second slides over the first and away again."""

    def __init__(self, below: QWidget, above: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below, self._above = below, above
        self.setFixedWidth(_WIDTH)
        below.setParent(self)
        above.setParent(self)
        above.hide()
        self._slide = QPropertyAnimation(above, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._settle)
        self._wanted = False

    @property
    def covered(self) -> bool:
        """Whether the second widget is shown, or on its way."""
        return self._wanted

    def cover(self) -> None:
        """Slide the second widget in."""
        if not self._wanted:
            self._above.move(self.width(), 0)
        self._above.show()
        self._above.raise_()
        self._move(True)

    def uncover(self) -> None:
        """Slide it away."""
        self._below.show()
        self._move(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._below.resize(self.size())
        self._above.resize(self.size())

    def _move(self, wanted: bool) -> None:
        self._wanted = wanted
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        duration = self.style().styleHint(hint)  # 0 where the user wants nothing to move
        self._slide.stop()
        self._slide.setDuration(duration)
        self._slide.setStartValue(self._above.pos())
        self._slide.setEndValue(QPoint(0 if wanted else self.width(), 0))
        if duration and self.isVisible():
            self._slide.start()
        else:
            self._above.move(self._slide.endValue())
            self._settle()

    def _settle(self) -> None:
        # What is covered must not be reached with the keyboard.
        self._below.setVisible(not self._wanted)
        self._above.setVisible(self._wanted)
