"""A few choices side by side, of which one is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from facedesk.ui import icons

_ICON = QSize(24, 18)  # wider than high, for some air between icon and text


class Segments(QWidget):
    """Emits chosen with the index of what the user takes."""

    chosen = Signal(int)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """choices: text and icon of each; the first is taken to begin with."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for index, (text, icon) in enumerate(choices):
            button = _button(text, icon)
            self._group.addButton(button, index)
            row.addWidget(button)
        row.addStretch(1)
        self.choose(0)

    @property
    def taken(self) -> int:
        """The index of what is taken."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Take one; nothing is emitted."""
        self._group.button(index).setChecked(True)

    def button(self, index: int) -> QToolButton:
        """Return the button of a choice."""
        return self._group.button(index)


def _button(text: str, icon: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setIcon(icons.icon(icon))
    button.setIconSize(_ICON)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
