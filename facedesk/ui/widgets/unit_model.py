"""The units of a layer as a list, each with its strongest patches as a picture."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from facedesk.ui.widgets.lazy_pictures import LazyPictures

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.insight.strongest import Unit

_Index = QModelIndex | QPersistentModelIndex


class UnitModel(QAbstractListModel):
    """One row for each unit, in the order given."""

    def __init__(self, pictures: LazyPictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._units: Sequence[Unit] = ()
        self._row_of: dict[int, int] = {}
        self._first_id = 0
        pictures.ready.connect(self._repaint)

    def show_units(self, units: "Sequence[Unit]", first_id: int) -> None:
        """Show other units. first_id: of the picture of unit 0; the others follow."""
        self.beginResetModel()
        self._units, self._first_id = units, first_id
        self._row_of = {unit.number: row for row, unit in enumerate(units)}
        self.endResetModel()

    def unit(self, row: int) -> "Unit":
        """Return the unit of a row."""
        return self._units[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._units)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        unit = self._units[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return unit_title(unit)
        if role == Qt.ItemDataRole.DecorationRole and unit.patches:
            return self._pictures.get(self._first_id + unit.number)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{unit_title(unit)}, {_patches_words(unit)}"
        return None

    def _repaint(self, id_: int) -> None:
        row = self._row_of.get(id_ - self._first_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


def unit_title(unit: "Unit") -> str:
    """Return what a unit is called."""
    return QCoreApplication.translate("Units", "Unit {n}").format(n=unit.number)


def _patches_words(unit: "Unit") -> str:
    if not unit.patches:
        return QCoreApplication.translate("Units", "excited by none of the faces")
    text = QCoreApplication.translate("Units", "its {n} strongest patches")
    return text.format(n=len(unit.patches))
