"""Chooses which sightings are shown: of which day, of whom."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStyledItemDelegate,
    QToolButton,
    QWidget,
)

from facedesk.gallery.sightings.sighting import RecordedSighting, SightingFilter, Who
from facedesk.ui import icons
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.date_field import DateField
from facedesk.ui.widgets.labels import shortened
from facedesk.ui.widgets.search_field import SearchField

_TYPING_MS = 200  # a search begins when the typing pauses
_DAY = timedelta(days=1)


class SightingsTools(QWidget):
    """Emits wanted_changed with a SightingFilter."""

    wanted_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: RecordedSighting | None = None
        self.day = DateField(self.tr("Day"))
        self.earlier = _arrow("earlier", self.tr("The day before"))
        self.later = _arrow("later", self.tr("The day after"))
        self.today = push_button(self.tr("Today"))
        self.all_days = push_button(self.tr("All days"))
        self.all_days.setCheckable(True)
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Whose sightings"))
        self.who.setItemDelegate(QStyledItemDelegate(self.who))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for who, text in (
            (Who.EVERYONE, self.tr("Everyone")),
            (Who.PEOPLE, self.tr("People")),
            (Who.STRANGERS, self.tr("Strangers")),
        ):
            self.who.addItem(text, who)
        self.search = SearchField(self.tr("Search (Ctrl+F)"))
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> SightingFilter:
        """What is chosen."""
        person_id = self._person.person_id if self._person else None
        who = Who.EVERYONE if self._person else self.who.currentData()
        name = "" if who is Who.STRANGERS else self.search.text().strip()
        wanted = SightingFilter(who=who, person_id=person_id, name=name)
        return wanted if self.all_days.isChecked() else wanted.on(self.day.day)

    def show_person(self, sighting: RecordedSighting) -> None:
        """Show all sightings of the person of one."""
        self._forget_person()
        self._person = sighting
        self.search.clear()
        self.all_days.setChecked(True)
        self.who.addItem(shortened(sighting.person, 24), None)
        self.who.setCurrentIndex(self.who.count() - 1)
        self._tell()

    def follow_today(self) -> None:
        """Let a new day be chosen; show it if the last one was shown until then."""
        was_newest = self.day.date() == self.day.maximumDate()
        self.day.show_day(date.today() if was_newest else self.day.day)
        self._tell()

    def _connect(self) -> None:
        self.day.day_chosen.connect(self._choose)
        self.earlier.clicked.connect(lambda: self._choose(self.day.day - _DAY))
        self.later.clicked.connect(lambda: self._choose(self.day.day + _DAY))
        self.today.clicked.connect(lambda: self._choose(date.today()))
        self.all_days.clicked.connect(self._tell)
        self.who.activated.connect(self._choose_who)
        self.search.textChanged.connect(lambda: self._typing.start())
        self._typing.timeout.connect(self._tell)

    def _choose(self, day: date) -> None:
        self.all_days.setChecked(False)
        self.day.show_day(day)
        self._tell()

    def _choose_who(self, index: int) -> None:
        if self.who.itemData(index) is not None:
            self._forget_person()
            self.who.setCurrentIndex(index)
        self._tell()

    def _forget_person(self) -> None:
        """Take the entry of a single person out of the list."""
        self._person = None
        while self.who.count() > len(Who):
            self.who.removeItem(self.who.count() - 1)

    def _tell(self) -> None:
        self._typing.stop()
        self.later.setEnabled(self.day.date() < self.day.maximumDate())
        self.search.setEnabled(self.who.currentData() is not Who.STRANGERS)
        self.wanted_changed.emit(self.wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.earlier)
        row.addWidget(self.day)
        row.addWidget(self.later)
        row.addWidget(self.today)
        row.addWidget(self.all_days)
        row.addStretch(1)
        row.addWidget(self.who)
        row.addWidget(self.search)


def _arrow(icon: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
