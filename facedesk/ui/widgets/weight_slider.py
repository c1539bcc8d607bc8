"""A slider for a weight, of which the order of magnitude matters, with its value beside it."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from facedesk.ui.widgets.wheel import LeavesWheelToPage

_STEPS_PER_DECADE = 10
_DECADES = 2  # to each side of the middle
_VALUE_WIDTH = 48


class _Slider(LeavesWheelToPage, QSlider):
    pass


class WeightSlider(QWidget):
    """From a hundredth of its middle to a hundred times it; nothing at all is the left end.

    Emits changed.
    """

    changed = Signal()

    def __init__(self, name: str, middle: float) -> None:
        """name: for screen readers. middle: the weight to begin with."""
        super().__init__()
        self._middle = middle
        half = _DECADES * _STEPS_PER_DECADE
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(-half - 1, half)
        self.slider.setPageStep(_STEPS_PER_DECADE // 2)
        self.slider.setValue(0)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.setAccessibleName(name)
        self.slider.valueChanged.connect(self._tell)
        self._value = QLabel()
        self._value.setFixedWidth(_VALUE_WIDTH)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self._show()

    @property
    def weight(self) -> float:
        """The weight of the moment, 0 or more, with two digits."""
        place = self.slider.value()
        if place == self.slider.minimum():
            return 0.0
        return float(f"{self._middle * 10 ** (place / _STEPS_PER_DECADE):.2g}")

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._value.setText(QLocale().toString(self.weight, "g"))
        self.slider.setAccessibleDescription(self._value.text())
