"""The cards of people, in as many columns as fit."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from facedesk.gallery.person import Person
from facedesk.ui.widgets.people_model import PeopleModel
from facedesk.ui.widgets.person_card import PersonCard, card_size

_SCREENFUL = 300  # people, on the largest screen


class PeopleGrid(QListView):
    """Emits person_chosen with the Person selected, or None."""

    person_chosen = Signal(object)

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self.setModel(model)
        self.setItemDelegate(PersonCard(self))
        self.setAccessibleName(self.tr("People"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_SCREENFUL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    @property
    def person(self) -> Person | None:
        """Who is selected."""
        rows = self.selectionModel().selectedIndexes()
        return self._people.person(rows[0].row()) if rows else None

    def choose(self, person_id: int) -> None:
        """Select someone and scroll to them."""
        row = self._people.row_of(person_id)
        if row is not None:
            self._lay_out(row)
            self.setCurrentIndex(self._people.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.person is not None:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Widen the columns so that they fill the row."""
        least = card_size(self.font())
        # The scroll bar has its room even when there is none, so that nothing jumps. One pixel is
        # left over, since a row that is filled to the last one loses its last card.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 1
        columns = max(room // least.width(), 1)
        self.setGridSize(QSize(room // columns, least.height()))
        super().resizeEvent(event)

    def selectionChanged(self, *changes: object) -> None:
        super().selectionChanged(*changes)
        self.person_chosen.emit(self.person)

    def _remember(self) -> None:
        self._chosen_before = self.person
        self._scrolled_before = self.verticalScrollBar().value()

    def _restore(self) -> None:
        """Keep the selection and the place when the list is read again."""
        row = self._chosen_before and self._people.row_of(self._chosen_before.id)
        self._lay_out(max(row or 0, self._last_row_in_view()))
        self.verticalScrollBar().setValue(self._scrolled_before)
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.person_chosen.emit(None)
        else:
            self.setCurrentIndex(self._people.index(row))

    def _last_row_in_view(self) -> int:
        """Return the last row that was in view before the list was read."""
        columns = max(self.viewport().width() // self.gridSize().width(), 1)
        lines = (self._scrolled_before + self.viewport().height()) // self.gridSize().height()
        return (lines + 1) * columns

    def _lay_out(self, row: int) -> None:
        """Find room for everyone: at once to this row, for the rest when there is time."""
        in_batches = row < self.batchSize()
        mode = QListView.LayoutMode.Batched if in_batches else QListView.LayoutMode.SinglePass
        self.setLayoutMode(mode)
        self.doItemsLayout()
