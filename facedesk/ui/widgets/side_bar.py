"""The pages of the window, as a column of buttons on the left."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facedesk.ui import icons

_WIDE = 184
_NARROW = 60
_ICON = QSize(36, 22)  # wider than high, for some air between icon and name


class SideBar(QFrame):
    """Emits chosen with the index of a page, toggled when the user folds it in or out.

    pages: title, icon and keys of each.
    """

    chosen = Signal(int)
    toggled = Signal()

    def __init__(
        self, pages: Sequence[tuple[str, QIcon, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side_bar")
        self.setAccessibleName(self.tr("Pages"))
        self._collapsed = False
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(4)
        for index, (title, icon, shortcut) in enumerate(pages):
            button = _button(title, icon)
            button.setCheckable(True)
            button.setToolTip(f"{title} ({_keys(shortcut)})")
            self._group.addButton(button, index)
            column.addWidget(button)
        column.addStretch(1)
        self._fold = _button("", icons.icon("side_bar"))
        self._fold.clicked.connect(self.toggled)
        column.addWidget(self._fold)
        self.set_collapsed(False)

    @property
    def collapsed(self) -> bool:
        """Whether only icons are shown."""
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Show only icons, or icons with their names."""
        self._collapsed = collapsed
        self.setFixedWidth(_NARROW if collapsed else _WIDE)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if collapsed:
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (*self._group.buttons(), self._fold):
            button.setToolButtonStyle(style)
        does = self.tr("Expand the side bar") if collapsed else self.tr("Collapse the side bar")
        self._fold.setText(self.tr("Expand") if collapsed else self.tr("Collapse"))
        self._fold.setAccessibleName(does)
        self._fold.setToolTip(f"{does} ({_keys('Ctrl+B')})")

    def set_foldable(self, foldable: bool) -> None:
        """Offer to fold the bar, or not."""
        self._fold.setVisible(foldable)

    def show_chosen(self, index: int) -> None:
        """Mark the page that is shown."""
        self._group.button(index).setChecked(True)

    def button(self, index: int) -> QToolButton:
        """Return the button of a page."""
        return self._group.button(index)


def _keys(sequence: str) -> str:
    """Return the name of a key combination as it stands on the user's keyboard."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)


def _button(text: str, icon: QIcon) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setIcon(icon)
    button.setIconSize(_ICON)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
