"""The page that tells who was seen when."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from facedesk.gallery.sightings.sighting import RecordedSighting, SightingFilter
from facedesk.gallery.sightings.spreadsheet import write_attendance, write_sightings
from facedesk.live.record_rules import record_rules
from facedesk.ui.attendance_view import AttendanceView
from facedesk.ui.context import AppContext
from facedesk.ui.pages.page import Page
from facedesk.ui.saving_table import SavingTable
from facedesk.ui.sighting_actions import SightingActions
from facedesk.ui.sighting_feed import SightingFeed
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.empty_state import EmptyState
from facedesk.ui.widgets.labels import page_title
from facedesk.ui.widgets.record_note import RecordNote
from facedesk.ui.widgets.segments import Segments
from facedesk.ui.widgets.sighting_bar import SightingBar
from facedesk.ui.widgets.sighting_row import FACE
from facedesk.ui.widgets.sightings_list import SightingsList
from facedesk.ui.widgets.sightings_model import SightingsModel
from facedesk.ui.widgets.sightings_tools import SightingsTools
from facedesk.ui.widgets.thumbnails import Thumbnails


class ActivityPage(Page):
    """The sightings of a day, or of all days; and who was there on which day."""

    title = QT_TRANSLATE_NOOP("Pages", "Activity")
    icon = "activity"
    shortcut = "Ctrl+3"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        side = round(FACE * self.devicePixelRatioF())
        self._thumbnails = Thumbnails(context.gallery.sightings.thumbnail, side, self)
        self.model = SightingsModel(self._thumbnails, self)
        self.feed = SightingFeed(context, self.model, self)
        self.views = Segments(
            ((self.tr("Sightings"), "activity"), (self.tr("Attendance"), "attendance"))
        )
        self.export = push_button(self.tr("Export…"), "save")
        self.tools = SightingsTools()
        self.list = SightingsList(self.model)
        self.actions_of = SightingActions(context, self._thumbnails, self.list)
        self.bar = SightingBar(self.actions_of.all)
        self.nothing = EmptyState("activity", self.tr("Nobody was seen"), " ")
        self.attendance = AttendanceView(context)
        self.saving = SavingTable(context, self)
        self.note = RecordNote()
        self._lists = QStackedWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Follow the record."""
        self.note.show_rules(record_rules(self._context.settings))
        self.feed.start()
        self.tools.follow_today()
        if self.views.taken:
            self.attendance.read()

    def hidden(self) -> None:
        """Follow it no more, and make no thumbnails."""
        self.feed.stop()
        self._thumbnails.stop()

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(16)
        header.addWidget(page_title(self.tr("Activity")))
        header.addWidget(self.views)
        header.addWidget(self.export)
        for widget in (QLabel(), self.nothing, self.list):
            self._lists.addWidget(widget)
        sightings = QWidget()
        inside = QVBoxLayout(sightings)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.tools)
        inside.addWidget(self._lists, 1)
        inside.addWidget(self.bar)
        self._stack.addWidget(sightings)
        self._stack.addWidget(self.attendance)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note)

    def _connect(self) -> None:
        self.views.chosen.connect(self._choose_view)
        self.tools.wanted_changed.connect(self._want)
        self.tools.search.left.connect(self._enter_list)
        self.feed.shown.connect(self._show)
        self.list.sightings_chosen.connect(self._choose)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.actions_of.changed.connect(self.feed.look_again)
        self.actions_of.person_wanted.connect(self.tools.show_person)
        self.export.clicked.connect(self._export)
        self.note.settings_wanted.connect(lambda: self.page_wanted.emit("Settings"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._enter_search)

    def _choose_view(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        if index:
            self.attendance.read()

    def _want(self, wanted: SightingFilter) -> None:
        if wanted != self.feed.wanted:
            self.feed.want(wanted)

    def _show(self) -> None:
        """Show the list, or why there is none."""
        self._lists.setCurrentWidget(self.list if self.model.rowCount() else self.nothing)
        wanted = self.feed.wanted
        sentence = self.tr("On this day no camera has seen anybody.")
        if wanted != self._unfiltered(wanted):
            sentence = self.tr("There is no such sighting.")
        elif not self._context.settings.get("record.kept"):
            sentence = self.tr("No record is kept. You can switch it on in the settings.")
        elif wanted.start is None:
            sentence = self.tr("Open a camera on the Live page; whom it sees is listed here.")
        self.nothing.sentence.setText(sentence)

    def _unfiltered(self, wanted: SightingFilter) -> SightingFilter:
        return SightingFilter(wanted.start, wanted.end)

    def _choose(self, chosen: Sequence[RecordedSighting]) -> None:
        self.actions_of.choose(chosen)
        self.bar.show_chosen(chosen)

    def _export(self) -> None:
        """Save what is shown: all of it, whether it has been scrolled to or not."""
        sightings, wanted = self._context.gallery.sightings, self.feed.wanted
        rows = self.attendance.rows
        if self.views.taken:
            likely = Path(self.tr("attendance.csv"))
            self.saving.ask(likely, lambda path: write_attendance(path, rows))
        else:
            likely = Path(self.tr("sightings.csv"))
            self.saving.ask(likely, lambda path: write_sightings(path, sightings.all(wanted)))

    def _enter_search(self) -> None:
        self.tools.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.search.selectAll()

    def _enter_list(self) -> None:
        """Go from the search to what it found."""
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.list.chosen:
                self.list.setCurrentIndex(self.model.index(0))

    def _open_menu(self, point: QPoint) -> None:
        if self.list.indexAt(point).isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions([action for action in self.actions_of.all if action.isVisible()])
            menu.popup(self.list.viewport().mapToGlobal(point))
