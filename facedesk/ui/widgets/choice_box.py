"""A drop-down of a few choices, each a value with a name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from facedesk.ui.widgets.wheel import LeavesWheelToPage


class ChoiceBox(LeavesWheelToPage, QComboBox):
    """Emits taken when the user, or the program, takes another one."""

    taken = Signal()

    def __init__(self, choices: Sequence[tuple[object, str]], value: object) -> None:
        """choices: values and their names. value: what is taken to begin with."""
        super().__init__()
        self.setItemDelegate(QStyledItemDelegate(self))  # the style sheet does not reach its own
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._values = [each for each, _ in choices]
        self.addItems([name for _, name in choices])
        self.setCurrentIndex(self._values.index(value))
        self.currentIndexChanged.connect(lambda _: self.taken.emit())

    @property
    def value(self) -> object:
        """What is taken."""
        return self._values[self.currentIndex()]

    def take(self, value: object) -> None:
        """Take this one."""
        self.setCurrentIndex(self._values.index(value))
