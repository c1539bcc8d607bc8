"""The window: side bar, pages, messages above them, tasks below."""

import logging

from PySide6.QtCore import QByteArray, QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facedesk.capture.source import VIDEO_SUFFIXES
from facedesk.errors import FacedeskError
from facedesk.ui import icons
from facedesk.ui.context import AppContext
from facedesk.ui.dropped_files import dropped_files
from facedesk.ui.encoding_again import EncodingAgain
from facedesk.ui.missing_liveness import MissingLiveness
from facedesk.ui.pages import PAGES
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.pages.page import Page
from facedesk.ui.pages.people_page import PeoplePage
from facedesk.ui.pages.verify_page import VerifyPage
from facedesk.ui.unusable_models import UnusableModels
from facedesk.ui.widgets.away_notice import AwayNotice
from facedesk.ui.widgets.message_bar import MessageBar
from facedesk.ui.widgets.side_bar import SideBar
from facedesk.ui.widgets.task_bar import TaskBar

_log = logging.getLogger(__name__)
_FIRST_SIZE = (1280, 760)
_SMALLEST = (760, 520)
_NARROW = 900  # below this width the side bar keeps to icons
_FOLDED = "folded"


class MainWindow(QWidget):
    """Emits setting_changed with the key of a setting that has a new value."""

    setting_changed = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._folded = False
        self.setWindowTitle("facedesk")
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        # The focus begins on nothing: a ring around the first button would look like a choice.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self.pages: tuple[Page, ...] = tuple(page(context) for page in PAGES)
        self.side_bar = SideBar(
            [(_title(page), icons.icon(page.icon), page.shortcut) for page in self.pages], self
        )
        self.stack = QStackedWidget()
        self.message_bar = MessageBar(context.messages)
        self.away = AwayNotice(context.gallery)
        self.encoding_again = EncodingAgain(context, self)
        self.unusable_models = UnusableModels(context, self)
        self.missing_liveness = MissingLiveness(context, self)
        self.task_bar = TaskBar(context.tasks)
        self._lay_out()
        self._connect()
        self._restore()

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.pages[self.stack.currentIndex()]

    def show_page(self, index: int) -> None:
        """Bring a page to the front."""
        if self.pages[index] is not self.page:
            self.page.hidden()
            self.stack.setCurrentIndex(index)
            self.page.shown()
        self.side_bar.show_chosen(index)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.away.start()
        self.encoding_again.start()
        self.unusable_models.start()
        self.missing_liveness.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.away.stop()
        self.encoding_again.stop()
        self.unusable_models.stop()
        self.missing_liveness.stop()
        self._remember()
        self.page.hidden()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Watch a video that is dropped; take anything else for photos of people."""
        event.acceptProposedAction()
        files = dropped_files(event)
        is_video = len(files) == 1 and files[0].suffix.lower() in VIDEO_SUFFIXES
        page = self._bring(LivePage if is_video else PeoplePage)
        if is_video:
            page.sources.choose(str(files[0]))
        else:
            page.add_files(files)

    def _bring(self, kind: type[Page]) -> Page:
        page = next(page for page in self.pages if isinstance(page, kind))
        self.show_page(self.pages.index(page))
        return page

    def _lay_out(self) -> None:
        for page in self.pages:
            self.stack.addWidget(page)
        content = QVBoxLayout()
        content.setSpacing(0)
        content.addWidget(self.away)
        content.addWidget(self.message_bar)
        content.addWidget(self.stack, 1)
        content.addWidget(self.task_bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side_bar)
        whole.addLayout(content, 1)

    def _connect(self) -> None:
        self.side_bar.chosen.connect(self.show_page)
        self.side_bar.toggled.connect(self._toggle_side_bar)
        QShortcut(QKeySequence("Ctrl+B"), self, self._toggle_side_bar)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self, self.close)
        for index, page in enumerate(self.pages):
            QShortcut(
                QKeySequence(page.shortcut), self, lambda chosen=index: self.show_page(chosen)
            )
            page.page_wanted.connect(self._show_titled)
            page.enrolment_wanted.connect(lambda: self._bring(LivePage).enrol())
            page.verification_wanted.connect(self._verify)
            page.setting_changed.connect(self.setting_changed)

    def _verify(self, person_id: int) -> None:
        self._bring(VerifyPage).claim(person_id)

    def _show_titled(self, title: str) -> None:
        self.show_page([page.title for page in self.pages].index(title))

    def _toggle_side_bar(self) -> None:
        self._folded = not self._folded
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < _NARROW
        self.side_bar.set_collapsed(self._folded or narrow)
        self.side_bar.set_foldable(not narrow)

    def _restore(self) -> None:
        settings = self._context.settings
        self.resize(QSize(*_FIRST_SIZE).boundedTo(self.screen().availableSize() * 0.95))
        geometry = QByteArray.fromBase64(settings.get("window.geometry").encode("ascii", "ignore"))
        self.restoreGeometry(geometry)
        self._folded = settings.get("window.sidebar") == _FOLDED
        self._fold()
        titles = [page.title for page in self.pages]
        last = settings.get("window.page")
        index = titles.index(last) if last in titles else 0
        self.stack.setCurrentIndex(index)
        self.side_bar.show_chosen(index)
        self.page.shown()

    def _remember(self) -> None:
        settings = self._context.settings
        settings.set("window.geometry", self.saveGeometry().toBase64().data().decode("ascii"))
        settings.set("window.sidebar", _FOLDED if self._folded else "")
        settings.set("window.page", self.page.title)
        try:
            settings.save()
        except FacedeskError as error:
            _log.info("the state of the window is not remembered: %s", error)


def _title(page: Page) -> str:
    return QCoreApplication.translate("Pages", page.title)
