"""The strongest patches of a unit, large, of which one is taken."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale, QSize, Signal
from PySide6.QtGui import QIcon, QPixmap, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from facedesk.ui.widgets.patch_tile import clear_image, squared

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.ui.unit_details import PatchDetail

SIDE = 96
_ACROSS = 3


class PatchGrid(QWidget):
    """Emits taken with the index of a patch. Arrow keys go from one to the next."""

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._tell)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        room = _ACROSS * (SIDE + 12) + (_ACROSS - 1) * 4
        self.setFixedSize(room, room)

    @property
    def buttons(self) -> "list[QToolButton]":
        """One for each patch, the strongest first."""
        return self._group.buttons()

    def show_patches(self, details: "Sequence[PatchDetail]") -> None:
        """Show these; the first is taken to begin with."""
        for place, detail in enumerate(details):
            button = _button(detail.patch, patch_words(place, detail))
            self._group.addButton(button, place)
            self._grid.addWidget(button, place // _ACROSS, place % _ACROSS)
        if details:
            self._group.button(0).setChecked(True)

    def _tell(self, index: int, checked: bool) -> None:
        if checked:
            self.taken.emit(index)


def patch_words(place: int, detail: "PatchDetail") -> str:
    """Return which patch it is, whose, and how strong."""
    text = QCoreApplication.translate("Patches", "{n} of 9: {name}, excites it by {a}")
    return text.format(
        n=place + 1, name=detail.name, a=QLocale().toString(float(detail.activation), "f", 2)
    )


def _button(patch: np.ndarray, words: str) -> QToolButton:
    button = QToolButton()
    image = clear_image(squared(patch, max(patch.shape[:2])))
    button.setIcon(QIcon(QPixmap.fromImage(image)))
    button.setIconSize(QSize(SIDE, SIDE))
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(words)
    button.setToolTip(Qt.convertFromPlainText(words))
    return button
