"""The people of the gallery, as a list that can be searched."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from facedesk.gallery.names import name_key
from facedesk.gallery.person import Person
from facedesk.ui.ordered_people import OrderedPeople
from facedesk.ui.widgets.thumbnails import Thumbnails

PERSON = Qt.ItemDataRole.UserRole
SINCE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractListModel):
    """One row for each person whose name holds the searched text."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._everyone = OrderedPeople()
        self._found: Sequence[Person] = ()
        self._searched = ""
        thumbnails.ready.connect(self._repaint)

    def set_people(self, people: OrderedPeople) -> None:
        """Show these people."""
        self._everyone = people
        self._find()

    def search(self, text: str) -> None:
        """Show only people whose name holds this text, whatever its case; "" shows everyone."""
        self._searched = name_key(text)
        self._find()

    @property
    def everyone(self) -> int:
        """How many people there are, found or not."""
        return len(self._everyone.people)

    def person(self, row: int) -> Person:
        """Return who is in a row."""
        return self._found[row]

    def row_of(self, person_id: int) -> int | None:
        """Return where someone is; None when they are not shown."""
        rows = (row for row, person in enumerate(self._found) if person.id == person_id)
        return next(rows, None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return person.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{person.name}, {enrolled_text(person.enrolled_at)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(person.id, person.version)
        if role == SINCE:
            return enrolled_text(person.enrolled_at)
        if role == PERSON:
            return person
        return None

    def _find(self) -> None:
        self.beginResetModel()
        everyone, searched = self._everyone, self._searched
        self._found = (
            [p for p, key in zip(everyone.people, everyone.keys, strict=True) if searched in key]
            if searched
            else everyone.people
        )
        self.endResetModel()

    def _repaint(self, person_id: int) -> None:
        row = self.row_of(person_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


def enrolled_text(enrolled_at: datetime) -> str:
    """Return since when someone is enrolled, by the user's calendar: “Enrolled 3 May 2026”."""
    return QCoreApplication.translate("People", "Enrolled {date}").format(
        date=day_text(enrolled_at)
    )


def day_text(moment: datetime) -> str:
    """Return the day of a moment, by the user's calendar: “3 May 2026”."""
    local = moment.astimezone()
    pattern = QCoreApplication.translate("People", "d MMM yyyy")
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def photos_text(person: Person) -> str:
    """Return how many photos of somebody there are, and corrections if any."""
    photos = QCoreApplication.translate("People", "1 photo")
    if person.photos > 1:
        photos = QCoreApplication.translate("People", "{n} photos").format(n=person.photos)
    if not person.corrections:
        return photos
    corrections = QCoreApplication.translate("People", "1 correction")
    if person.corrections > 1:
        corrections = QCoreApplication.translate("People", "{n} corrections").format(
            n=person.corrections
        )
    return f"{photos}, {corrections}"
