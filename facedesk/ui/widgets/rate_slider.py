"""A slider for rates, of which the order of magnitude matters."""

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider

from facedesk.ui.widgets.wheel import LeavesWheelToPage

_STEPS_PER_DECADE = 20  # so that each step is another number of two digits


class RateSlider(LeavesWheelToPage, QSlider):
    """Goes from one rate to another, by the logarithm.

    Emits moved with every rate on the way, and chosen with the one where it is let go.
    """

    moved = Signal(float)
    chosen = Signal(float)

    def __init__(self, lowest: float, highest: float) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._lowest = lowest
        self._rate = lowest
        self.setRange(0, self._position(highest))
        self.setPageStep(_STEPS_PER_DECADE // 4)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.valueChanged.connect(self._move)
        self.sliderReleased.connect(lambda: self.chosen.emit(self._rate))

    @property
    def rate(self) -> float:
        """The rate of the moment."""
        return self._rate

    def show_rate(self, rate: float) -> None:
        """Show a rate, also one between two steps, without telling that it was chosen."""
        self._rate = rate
        with QSignalBlocker(self):
            self.setValue(self._position(rate))
        self.moved.emit(rate)

    def _move(self, position: int) -> None:
        self._rate = float(f"{self._lowest * 10 ** (position / _STEPS_PER_DECADE):.2g}")
        self.moved.emit(self._rate)
        if not self.isSliderDown():
            self.chosen.emit(self._rate)

    def _position(self, rate: float) -> int:
        return round(_STEPS_PER_DECADE * math.log10(rate / self._lowest))
