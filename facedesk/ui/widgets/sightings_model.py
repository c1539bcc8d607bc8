"""Sightings as a list that grows as it is scrolled."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.ui.widgets.sighting_words import length_text, span_text, where_text, who_text
from facedesk.ui.widgets.thumbnails import Thumbnails

SPAN = Qt.ItemDataRole.UserRole
LENGTH = Qt.ItemDataRole.UserRole + 1
WHERE = Qt.ItemDataRole.UserRole + 2
STRANGER = Qt.ItemDataRole.UserRole + 3
_Index = QModelIndex | QPersistentModelIndex


class SightingsModel(QAbstractListModel):
    """Emits more_wanted when the view comes to the end of what has been read."""

    more_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._rows: list[RecordedSighting] = []
        self._complete = True
        self._with_day = False
        thumbnails.ready.connect(self._repaint)

    @property
    def last(self) -> RecordedSighting | None:
        """The oldest of those that have been read."""
        return self._rows[-1] if self._rows else None

    def sighting(self, row: int) -> RecordedSighting:
        """Return the sighting of a row."""
        return self._rows[row]

    def show_sightings(
        self, sightings: Sequence[RecordedSighting], complete: bool, with_day: bool
    ) -> None:
        """Show others. complete: whether these are all. with_day: whether days are shown."""
        self.beginResetModel()
        self._rows, self._complete, self._with_day = list(sightings), complete, with_day
        self.endResetModel()

    def append(self, sightings: Sequence[RecordedSighting], complete: bool) -> None:
        """Show more, older ones."""
        self._complete = complete
        if sightings:
            count = len(self._rows)
            self.beginInsertRows(QModelIndex(), count, count + len(sightings) - 1)
            self._rows += sightings
            self.endInsertRows()

    def update(self, newest: Sequence[RecordedSighting], complete: bool) -> None:
        """Show the newest, read again: selection and place stay.

        complete: whether these are all; else, those that are older stay as they are.
        """
        self._complete = complete or (self._complete and len(newest) < len(self._rows))
        there = {sighting.id for sighting in newest}
        for row in reversed(range(self._count_read_again(newest, complete))):
            if self._rows[row].id not in there:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, sighting in enumerate(newest):
            if row == len(self._rows) or self._rows[row].id != sighting.id:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, sighting)
                self.endInsertRows()
            elif self._rows[row] != sighting:
                self._rows[row] = sighting
                self._thumbnails.renew_one(sighting.id)  # a better one may have come
                self.dataChanged.emit(self.index(row), self.index(row))

    def _count_read_again(self, newest: Sequence[RecordedSighting], complete: bool) -> int:
        """Return how many rows, from the top, are as new as those that were read."""
        if complete or not newest:
            return len(self._rows)
        return sum(sighting.place >= newest[-1].place for sighting in self._rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: _Index) -> None:
        self.more_wanted.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        sighting = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return who_text(sighting)
        if role == SPAN:
            return span_text(sighting, self._with_day)
        if role == LENGTH:
            return length_text(sighting.length)
        if role == WHERE:
            return where_text(sighting)
        if role == STRANGER:
            return sighting.person_id is None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(sighting.id) if sighting.has_thumbnail else None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            span, length = span_text(sighting, self._with_day), length_text(sighting.length)
            return ", ".join((who_text(sighting), span, length, where_text(sighting)))
        return None

    def _repaint(self, sighting_id: int) -> None:
        for row, sighting in enumerate(self._rows):
            if sighting.id == sighting_id:
                index = self.index(row)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
                return
