"""The list of sightings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.ui.widgets.sighting_row import SightingRow
from facedesk.ui.widgets.sightings_model import SightingsModel


class SightingsList(QListView):
    """Emits sightings_chosen with those selected, a tuple. Escape selects none."""

    sightings_chosen = Signal(object)

    def __init__(self, model: SightingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(SightingRow(self))
        self.setAccessibleName(self.tr("Sightings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # else ten thousand hold the window up
        self.setBatchSize(500)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for changed in (model.modelReset, model.rowsRemoved, model.dataChanged):
            changed.connect(self._tell)

    @property
    def chosen(self) -> tuple[RecordedSighting, ...]:
        """The sightings selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.sighting(row) for row in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, *changes: object) -> None:
        super().selectionChanged(*changes)
        self._tell()

    def _tell(self, *_: object) -> None:
        self.sightings_chosen.emit(self.chosen)
