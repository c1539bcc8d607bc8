"""People and live faces as a list, each with who is near."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

WORDS = Qt.ItemDataRole.UserRole
SIGN = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Near:
    """A row. spot: who it is, by their index on the map. sign: the name of an icon, "" for none."""

    spot: int
    title: str
    words: str
    sign: str = ""


class NearModel(QAbstractListModel):
    """Shows rows; where as many come as there were, they change in place."""

    def __init__(
        self, picture: Callable[[int], QPixmap | None], parent: QObject | None = None
    ) -> None:
        """picture: returns the picture of a spot, None while there is none."""
        super().__init__(parent)
        self._picture = picture
        self._rows: Sequence[Near] = ()

    @property
    def rows(self) -> Sequence[Near]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Near]) -> None:
        """Show these."""
        if [row.spot for row in rows] == [row.spot for row in self._rows]:
            self._rows = rows
            self.repaint_pictures()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, spot: int | None) -> int | None:
        """Return where somebody is; None when they are not shown."""
        return next((row for row, near in enumerate(self._rows) if near.spot == spot), None)

    def repaint_pictures(self) -> None:
        """Ask for the pictures again."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        near = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return near.title
        if role == WORDS:
            return near.words
        if role == SIGN:
            return near.sign
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(near.spot)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{near.title}, {near.words}"
        return None
