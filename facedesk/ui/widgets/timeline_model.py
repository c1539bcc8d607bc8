"""The timeline of a video as a table: who, for how long, how often, when."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
)
from PySide6.QtGui import QFont, QIcon, QImage, QPixmap, Qt

from facedesk.errors import PhotoRefused
from facedesk.gallery.photo import StoredPhoto
from facedesk.ui.widgets.clock_words import clock, length_words
from facedesk.ui.widgets.face_crop import face_crop
from facedesk.ui.widgets.timeline_rows import Key, TimelineRow

WHO, LENGTH, TIMES, WHEN = range(4)
ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 44
_SPOKEN = 20  # sightings that a screen reader lists
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class TimelineModel(QAbstractTableModel):
    """Rows of people, a heading, rows of strangers. portrait_side: in device pixels."""

    def __init__(self, portrait_side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = portrait_side
        self._rows: list[TimelineRow | None] = []  # None: the heading above strangers
        self._portraits: dict[Key, tuple[StoredPhoto, QIcon]] = {}

    def set_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show these rows, people first."""
        people = [row for row in rows if not row.stranger]
        strangers = [row for row in rows if row.stranger]
        made = [*people, *([None] if strangers else []), *strangers]
        before, count = self._rows, len(self._rows)
        if self._keys(made[:count]) != self._keys(before):
            self._begin_anew(made)
            return
        self._rows = [*made[:count]]
        for number, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if new is not None and new.seen != old.seen:
                self.dataChanged.emit(self.index(number, WHO), self.index(number, WHEN))
        if len(made) > count:
            self.beginInsertRows(QModelIndex(), count, len(made) - 1)
            self._rows = made
            self.endInsertRows()

    def _begin_anew(self, made: list[TimelineRow | None]) -> None:
        self.beginResetModel()
        self._rows = made
        kept = {row.key for row in made if row is not None}
        self._portraits = {k: v for k, v in self._portraits.items() if k in kept}
        self.endResetModel()

    def row(self, index: _Index) -> TimelineRow | None:
        """Return who is in a row; None for the heading, and where there is no row."""
        return self._rows[index.row()] if index.isValid() else None

    def number_of(self, key: Key) -> int | None:
        """Return in which row somebody is; None when they are not shown any more."""
        keys = self._keys(self._rows)
        return keys.index(key) if key in keys else None

    @property
    def heading(self) -> int | None:
        """In which row the heading above the strangers is; None while there are none."""
        return self._rows.index(None) if None in self._rows else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WHEN + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.row(index) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return (self.tr("Who"), self.tr("Seen"), self.tr("Times"), "")[section]

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return self._heading_data(index, role)
        if role == ROW:
            return row
        if role == _Role.SizeHintRole:
            return QSize(-1, _HEIGHT)
        if role == _Role.DisplayRole:
            return (row.name, length_words(row.seconds), str(len(row.seen)), "")[index.column()]
        if role == _Role.DecorationRole and index.column() == WHO:
            return self._portrait(row)
        if role == _Role.ToolTipRole and index.column() == WHO:
            return Qt.convertFromPlainText(row.name, Qt.WhiteSpaceMode.WhiteSpaceNormal)
        if role == _Role.AccessibleTextRole:
            return self._spoken(row, index.column())
        return None

    def _heading_data(self, index: _Index, role: int) -> object:
        if role == _Role.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == _Role.SizeHintRole:
            return QSize(-1, _HEIGHT)
        spoken = (_Role.DisplayRole, _Role.AccessibleTextRole)
        return self.tr("Strangers") if index.column() == WHO and role in spoken else None

    def _spoken(self, row: TimelineRow, column: int) -> str:
        if column == LENGTH:
            return self.tr("seen for {time}").format(time=length_words(row.seconds))
        if column == TIMES:
            return self.tr("times seen: {n}").format(n=len(row.seen))
        if column == WHEN:
            seen = [each.sighting for each in row.seen[:_SPOKEN]]
            return ", ".join(f"{clock(each.start_s)} – {clock(each.end_s)}" for each in seen)
        return row.name

    def _portrait(self, row: TimelineRow) -> QIcon:
        photo, icon = self._portraits.get(row.key, (None, None))
        if photo is not row.portrait:
            photo = row.portrait
            icon = _icon(photo, self._side)
            self._portraits[row.key] = photo, icon
        return icon

    @staticmethod
    def _keys(rows: Sequence[TimelineRow | None]) -> list[Key | None]:
        return [row.key if row else None for row in rows]


def _icon(photo: StoredPhoto, side: int) -> QIcon:
    try:
        image = face_crop(photo, side)
    except PhotoRefused:
        image = QImage()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # which would be tinted otherwise
        icon.addPixmap(QPixmap.fromImage(image), mode)
    return icon
