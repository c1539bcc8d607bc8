"""A list of people and live faces, with who is near."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from facedesk.ui.widgets.near_model import NearModel
from facedesk.ui.widgets.near_row import NearRow


class NearList(QListView):
    """Emits spot_chosen with the index on the map of whom the user chooses."""

    spot_chosen = Signal(int)

    def __init__(
        self, name: str, model: NearModel, at_once: bool, parent: QWidget | None = None
    ) -> None:
        """at_once: whether whom the keys come to is chosen at once, or with Enter."""
        super().__init__(parent)
        self._near = model
        self._at_once = at_once
        self._following = False
        self._spot: int | None = None
        self.setModel(model)
        self.setItemDelegate(NearRow(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # else ten thousand hold the window up
        self.setBatchSize(500)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        model.modelReset.connect(lambda: self.follow(self._spot))
        if not at_once:
            self.clicked.connect(self._choose)
            self.activated.connect(self._choose)

    def follow(self, spot: int | None) -> None:
        """Show who is selected; nothing is emitted."""
        self._spot = spot
        row = self._near.row_of(spot)
        self._following = True
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._near.index(row))
        self._following = False

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if self._at_once and current.isValid() and not self._following:
            self._choose(current)

    def _choose(self, index: QModelIndex) -> None:
        self._spot = self._near.rows[index.row()].spot
        self.spot_chosen.emit(self._spot)
