"""Beside the map of the people: who is near to whom, and everyone as a list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facedesk.gallery.names import name_key
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.near_list import NearList
from facedesk.ui.widgets.near_model import Near, NearModel
from facedesk.ui.widgets.search_field import SearchField

_WIDTH = 268


class NearPanel(QWidget):
    """Emits spot_chosen with the index on the map of whom the user chooses."""

    spot_chosen = Signal(int)

    def __init__(
        self, picture: Callable[[int], QPixmap | None], parent: QWidget | None = None
    ) -> None:
        """picture: returns the picture of a spot, None while there is none."""
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._all: Sequence[Near] = ()
        self.title = ElidedLabel()
        self.title.setProperty("role", "heading")
        self.hint = text_label("", "secondary")
        self.neighbours = NearModel(picture, self)
        self.near = NearList(self.tr("Neighbours"), self.neighbours, at_once=False)
        self.search = SearchField(self.tr("Search (Ctrl+F)"))
        self.everyone = NearModel(picture, self)
        self.list = NearList(self.tr("Everyone on the map"), self.everyone, at_once=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addWidget(self.near, 4)
        column.addSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.list, 5)
        self.near.spot_chosen.connect(self.spot_chosen)
        self.list.spot_chosen.connect(self.spot_chosen)
        self.search.textChanged.connect(self._find)
        self.search.left.connect(self._enter_list)

    def show_near(self, title: str, hint: str, neighbours: Sequence[Near]) -> None:
        """Show somebody's neighbours. hint: what is to be said besides, "" for nothing."""
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.neighbours.show_rows(neighbours)
        self.near.setVisible(bool(neighbours))

    def show_everyone(self, rows: Sequence[Near]) -> None:
        """List everyone: live faces first."""
        self._all = rows
        self._find()

    def enter_search(self) -> None:
        """Go to the field that narrows the list down."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def repaint_pictures(self) -> None:
        """Ask for the pictures again."""
        self.neighbours.repaint_pictures()
        self.everyone.repaint_pictures()

    def _find(self) -> None:
        searched = name_key(self.search.text())
        self.everyone.show_rows([row for row in self._all if searched in name_key(row.title)])

    def _enter_list(self) -> None:
        if self.everyone.rows:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.everyone.index(0))
