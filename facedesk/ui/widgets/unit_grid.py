"""The units of a layer, in as many columns as fit."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from facedesk.ui.widgets.unit_card import UnitCard, card_size
from facedesk.ui.widgets.unit_model import UnitModel

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class UnitGrid(QListView):
    """Emits unit_opened with the Unit that is clicked, or Enter is pressed on."""

    unit_opened = Signal(object)

    def __init__(self, model: UnitModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units = model
        self.setModel(model)
        self.setItemDelegate(UnitCard(self))
        self.setAccessibleName(self.tr("Units of the layer"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Widen the columns so that they fill the row."""
        least = card_size(self.fontMetrics().height())
        # See PeopleGrid: the scroll bar has its room, and a row must not be filled altogether.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 1
        columns = max(room // least.width(), 1)
        self.setGridSize(QSize(room // columns, least.height()))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.unit_opened.emit(self._units.unit(index.row()))
