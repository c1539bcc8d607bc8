"""The page with everyone enrolled."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from facedesk.ui.adding import Adding
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.face_dialog import FACE
from facedesk.ui.dialogs.look_alikes_dialog import LookAlikesDialog
from facedesk.ui.dialogs.your_data_dialog import YourDataDialog
from facedesk.ui.gallery_watch import GalleryWatch
from facedesk.ui.look_alike_watch import LookAlikeWatch
from facedesk.ui.moving_people import MovingPeople
from facedesk.ui.ordered_people import OrderedPeople, in_order
from facedesk.ui.pages.page import Page
from facedesk.ui.person_actions import PersonActions
from facedesk.ui.protecting import Protecting
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.empty_state import EmptyState
from facedesk.ui.widgets.labels import page_title
from facedesk.ui.widgets.look_alike_notice import LookAlikeNotice
from facedesk.ui.widgets.people_grid import PeopleGrid
from facedesk.ui.widgets.people_model import PeopleModel
from facedesk.ui.widgets.person_bar import PersonBar
from facedesk.ui.widgets.person_card import GAP
from facedesk.ui.widgets.search_field import SearchField
from facedesk.ui.widgets.thumbnails import Thumbnails
from facedesk.ui.widgets.unprotected_notice import UnprotectedNotice

_SCREENFUL = 120  # people


class PeoplePage(Page):
    """A grid of people, with search, and what can be done with them."""

    title = QT_TRANSLATE_NOOP("Pages", "People")
    icon = "people"
    shortcut = "Ctrl+2"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._revision: int | None = None
        self._in_front = False
        self._to_choose: int | None = None
        self._watch = GalleryWatch(context, self)
        side = round(FACE * self.devicePixelRatioF())
        self._thumbnails = Thumbnails(context.gallery.shown_picture, side, self)
        self._model = PeopleModel(self._thumbnails, self)
        self.adding = Adding(context, self)
        self._look_alikes = LookAlikeWatch(context, self)
        self.notice = LookAlikeNotice()
        self.protecting = Protecting(context, self)
        self.unprotected = UnprotectedNotice(self.protecting)
        self.grid = PeopleGrid(self._model)
        self.person_actions = PersonActions(context, self.adding, self._thumbnails, self.grid)
        self.bar = PersonBar(self.person_actions.all)
        self.count = QLabel()
        self.count.setProperty("role", "secondary")
        self.count.setContentsMargins(0, 0, 0, 5)  # down to the base line of the title
        self.search = SearchField(self.tr("Search (Ctrl+F)"))
        self.moving = MovingPeople(context, self)
        self.more = self._more()
        self.add_photo = push_button(self.tr("Add photo…"), "photo", "primary")
        self.import_folder = push_button(self.tr("Import folder…"), "import")
        self.nobody = self._nobody()
        nothing = self.tr("No name contains what you are looking for.")
        self.no_hits = EmptyState("no_hits", self.tr("Nobody found"), nothing)
        self.stack = QStackedWidget()
        for widget in (QLabel(), self.nobody, self.no_hits, self.grid):
            self.stack.addWidget(widget)
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Read the gallery, now and whenever another window or command has changed it."""
        self._in_front = True
        if self._revision is None:
            self._show_first()
        else:
            self._watch.start()
        self.protecting.look()

    def hidden(self) -> None:
        """Stop reading, and making thumbnails."""
        self._in_front = False
        self._watch.stop()
        self._thumbnails.stop()
        self._look_alikes.stop()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Enrol the people on these photos, or in this folder."""
        self.adding.add(paths)

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(GAP, 0, GAP, 0)
        header.setSpacing(8)
        header.addWidget(page_title(self.tr("People")))
        header.addSpacing(4)
        header.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        header.addStretch(1)
        header.addWidget(self.search)
        header.addWidget(self.import_folder)
        header.addWidget(self.add_photo)
        header.addWidget(self.more)
        above = QVBoxLayout()
        above.setContentsMargins(GAP, 8, GAP, 0)
        above.setSpacing(8)
        above.addWidget(self.unprotected)
        above.addWidget(self.notice)
        below = QVBoxLayout()
        below.setContentsMargins(GAP, 0, GAP, 0)
        below.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - GAP, 24, 24 - GAP, 24 - GAP)
        column.setSpacing(8)
        column.addLayout(header)
        column.addLayout(above)
        column.addWidget(self.stack, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self._enter_grid)
        self.add_photo.clicked.connect(self.adding.ask_for_photo)
        self.import_folder.clicked.connect(self.adding.ask_for_folder)
        self.grid.person_chosen.connect(self.person_actions.choose)
        self.grid.person_chosen.connect(self.bar.show_person)
        self.grid.doubleClicked.connect(self.person_actions.photos.trigger)
        self.grid.customContextMenuRequested.connect(self._open_menu)
        self._watch.changed.connect(self._show)
        self._watch.looked.connect(self._note_look)
        self.adding.changed.connect(self._look)
        self.moving.changed.connect(self._look)
        self.person_actions.verify_wanted.connect(self.verification_wanted)
        self.person_actions.changed.connect(self._look)
        self._look_alikes.found.connect(self.notice.show_pairs)
        self.notice.dismissed.connect(self._look_alikes.dismiss)
        self.notice.list_wanted.connect(self._list_look_alikes)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._enter_search)

    def _more(self) -> QPushButton:
        """Return a button with a menu of what is seldom wanted."""
        button = push_button("", "mdi6.dots-horizontal")
        button.setAccessibleName(self.tr("More"))
        button.setToolTip(self.tr("More"))
        menu = QMenu(button)
        self.export = menu.addAction(self.tr("Export…"))
        self.export.triggered.connect(self._export)
        self.import_people = menu.addAction(self.tr("Import…"))
        self.import_people.triggered.connect(self.moving.ask_to_import)
        menu.addSeparator()
        self.your_data = menu.addAction(self.tr("About your data…"))
        self.your_data.triggered.connect(lambda: YourDataDialog(self._context, self).open())
        button.setMenu(menu)
        return button

    def _export(self) -> None:
        self.moving.ask_to_export(self._model.everyone, self.grid.person)

    def _nobody(self) -> EmptyState:
        camera = push_button(self.tr("Enrol from camera"), "camera", "primary")
        camera.clicked.connect(self.enrolment_wanted)
        photo = push_button(self.tr("Choose a photo…"), "photo")
        photo.clicked.connect(self.adding.ask_for_photo)
        folder = push_button(self.tr("Import a folder…"), "import")
        folder.clicked.connect(self.adding.ask_for_folder)
        return EmptyState(
            "people",
            self.tr("Nobody is enrolled yet"),
            self.tr("One photo of each person is all that facedesk needs to recognise them."),
            (camera, photo, folder),
        )

    def _look(self, to_choose: int | None = None) -> None:
        """Show who is in the gallery; then choose somebody, if an id is given."""
        self._to_choose = to_choose or self._to_choose
        self._watch.look()

    def _show(self, people: OrderedPeople) -> None:
        self._model.set_people(people)
        count = self._model.everyone
        self.count.setText(str(count) if count else "")
        self.count.setAccessibleName(self.tr("{n} enrolled").format(n=count))

    def _show_first(self) -> None:
        """Show a screenful at once, then read everyone."""
        gallery = self._context.gallery

        def job(_progress: Progress, _cancelled: Cancelled) -> OrderedPeople:
            return in_order(gallery.first_people(_SCREENFUL))

        def show(people: OrderedPeople) -> None:
            if people.people and not self._model.everyone:
                self._model.set_people(people)
                self._choose_view()
            read_everyone()

        def read_everyone() -> None:
            if self._in_front:
                self._watch.start()

        # What is wrong with the gallery, the reading of everyone says.
        title = self.tr("Reading the gallery")
        self._context.tasks.start(title, job, show, lambda _: read_everyone())

    def _note_look(self, revision: int) -> None:
        self._choose_view()
        if revision == self._revision:  # while many are added, what is found would be outdated
            self._look_alikes.look(revision)
        self._revision = revision
        if self._to_choose is not None:
            self.grid.choose(self._to_choose)
            self._to_choose = None

    def _search(self, text: str) -> None:
        self._model.search(text)
        self._choose_view()

    def _choose_view(self) -> None:
        anybody = self._model.everyone > 0
        for widget in (self.search, self.add_photo, self.import_folder):
            widget.setVisible(anybody)
        self.export.setEnabled(anybody)
        view = self.grid if self._model.rowCount() else self.no_hits
        self.stack.setCurrentWidget(view if anybody else self.nobody)

    def _list_look_alikes(self) -> None:
        LookAlikesDialog(self.notice.pairs, self).open()

    def _enter_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _enter_grid(self) -> None:
        """Go from the search to what it found."""
        if self._model.rowCount():
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)
            if self.grid.person is None:
                self.grid.choose(self._model.person(0).id)

    def _open_menu(self, point: QPoint) -> None:
        if self.grid.indexAt(point).isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.person_actions.all)
            menu.popup(self.grid.viewport().mapToGlobal(point))
