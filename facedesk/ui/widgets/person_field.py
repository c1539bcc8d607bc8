"""A field to choose somebody enrolled: it offers whose names hold what is typed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facedesk.gallery.names import name_key
from facedesk.gallery.person import Person
from facedesk.ui import icons
from facedesk.ui.ordered_people import OrderedPeople
from facedesk.ui.widgets.people_model import PERSON, PeopleModel
from facedesk.ui.widgets.thumbnails import Thumbnails

FACE = 28
_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up)
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PersonField(QLineEdit):
    """Emits person_chosen with a Person. Down shows everyone, Escape brings the name back."""

    person_chosen = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._people = PeopleModel(thumbnails, self)
        self.setAccessibleName(self.tr("Enrolled person"))
        self.setAcceptDrops(False)  # pictures dropped here are meant for the page
        icon = icons.icon("search", QPalette.ColorRole.PlaceholderText)
        self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self.setProperty("kind", "search")
        self._completer = QCompleter(self._people, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(Qt.ItemDataRole.DisplayRole)
        self._completer.setPopup(_offers())
        self._completer.activated[QModelIndex].connect(self._take)
        self.setCompleter(self._completer)
        self.textEdited.connect(self._people.search)
        self.set_people(OrderedPeople())

    @property
    def person(self) -> Person | None:
        """Who is chosen."""
        return self._person

    def set_people(self, people: OrderedPeople) -> None:
        """Offer these people."""
        self._people.set_people(people)
        self.setEnabled(bool(people.people))
        self.setPlaceholderText(self.tr("Type a name") if people.people else "")

    def show_person(self, person: Person | None) -> None:
        """Show somebody as chosen; None: nobody."""
        self._person = person
        self._restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        if event.key() in _OPENING:
            self._offer_everyone()
        elif event.key() in _TAKING and popup.isVisible() and popup.currentIndex().isValid():
            event.ignore()  # the completer takes what is marked in its list
        elif event.key() in _TAKING:
            self._take_typed()
        elif event.key() == Qt.Key.Key_Escape:
            popup.hide()
            self._restore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.hasSelectedText():
            self._offer_everyone()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._restore()

    def _offer_everyone(self) -> None:
        self.selectAll()
        self._people.search("")
        self._completer.complete()

    def _take(self, index: QModelIndex) -> None:
        self._choose(index.data(PERSON))

    def _take_typed(self) -> None:
        """Choose whom the text names, or the only one whose name holds it."""
        found = [self._people.person(row) for row in range(self._people.rowCount())]
        same = [person for person in found if name_key(person.name) == name_key(self.text())]
        if same or len(found) == 1:
            self._completer.popup().hide()
            self._choose((same or found)[0])

    def _choose(self, person: Person) -> None:
        self.show_person(person)
        self.person_chosen.emit(person)

    def _restore(self) -> None:
        """Show the name of who is chosen, whatever was typed."""
        self.setText(self._person.name if self._person else "")
        self.setCursorPosition(0)


class _Offer(QStyledItemDelegate):
    """A face and a name."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.decorationSize = QSize(FACE, FACE)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.textElideMode = Qt.TextElideMode.ElideRight


def _offers() -> QListView:
    view = QListView()
    view.setProperty("kind", "offers")
    view.setItemDelegate(_Offer(view))
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
