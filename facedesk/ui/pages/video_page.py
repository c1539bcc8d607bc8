"""The page that tells who is seen in a video, and when."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facedesk.capture.picture import Picture
from facedesk.capture.source import Source, video_source
from facedesk.errors import FacedeskError
from facedesk.gallery.person import Person
from facedesk.live.video_analysis import VideoAnalysis
from facedesk.live.video_log import VideoSighting
from facedesk.ui.analysing import Analysing
from facedesk.ui.choosing_video import ask_for_video, dropped_video
from facedesk.ui.context import AppContext
from facedesk.ui.enrolling_stranger import EnrollingStranger
from facedesk.ui.exporting_sightings import ExportingSightings
from facedesk.ui.messages import Action, Level, error_text
from facedesk.ui.moments import Moments
from facedesk.ui.pages.page import Page
from facedesk.ui.widgets.analysis_words import analysis_words
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.empty_state import EmptyState
from facedesk.ui.widgets.labels import page_title
from facedesk.ui.widgets.video_result import VideoResult


class VideoPage(Page):
    """Nothing yet, what was found in a video, or why there is nothing."""

    title = QT_TRANSLATE_NOOP("Pages", "Video")
    icon = "video"
    shortcut = "Ctrl+5"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._source: Source | None = None
        self._folder = Path.home()
        self._lost = False
        self.analysing = Analysing(context, self)
        self.moments = Moments(self)
        self.enrolling = EnrollingStranger(context, self)
        self.exporting = ExportingSightings(context, self)
        self.open_video = QAction(self.tr("Open video…"), self)
        self.open_video.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        self.addAction(self.open_video)
        self.file = ElidedLabel()
        self.file.setProperty("role", "secondary")
        self.open_button = push_button(self.tr("Open video…"), "video")
        self.export = push_button(self.tr("Export CSV…"), "save")
        self.words = ElidedLabel()
        self.cancel = push_button(self.tr("Cancel"), "close")
        self.result = VideoResult()
        self.nothing = self._nothing()
        self.failure = EmptyState("error", self.tr("There is no result"), " ")
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show(self.nothing)

    def shown(self) -> None:
        """Take up the settings."""
        landmarks = self._context.settings.get("live.show_landmarks")
        self.result.video.set_details(scores=False, landmarks=landmarks)

    def hidden(self) -> None:
        """The analysis goes on unseen; the file of the moments is let go."""
        self.moments.close()

    def analyse(self, path: Path) -> None:
        """Find out who is in a video; another one that is being analysed is given up."""
        try:
            source = video_source(path)
        except FacedeskError as error:
            self._context.messages.show_error(error)
            return
        self._source, self._folder, self._lost = source, path.parent, False
        self.moments.open(source)
        self.file.setText(source.label)
        words = self.tr("Getting ready to recognise faces…")
        self.result.clear(words)
        self.words.setText(words)
        self.analysing.start(source)
        self._show(self.result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_video(event) is not None:
            event.acceptProposedAction()
        else:  # the window takes photos
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.analyse(dropped_video(event))

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(8)
        header.addWidget(page_title(self.tr("Video")))
        header.addSpacing(4)
        header.addWidget(self.file, 1)
        header.addWidget(self.export)
        header.addWidget(self.open_button)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.cancel)
        self._line.setMinimumHeight(self.cancel.sizeHint().height())
        self._stack = QStackedWidget()
        for part in (self.nothing, self.result, self.failure):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 12)
        column.setSpacing(8)
        column.addLayout(header)
        column.addWidget(self._line)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.open_video.triggered.connect(self._ask_for_video)
        self.open_button.clicked.connect(self._ask_for_video)
        self.export.clicked.connect(lambda: self.exporting.ask(self.result.rows, self._source))
        self.cancel.clicked.connect(self._cancel)
        self.analysing.progressed.connect(self.words.setText)
        self.analysing.grown.connect(self.result.show_analysis)
        self.analysing.ended.connect(self._show_ended)
        self.analysing.found.connect(self._show_found)
        self.analysing.failed.connect(self._show_failure)
        self.result.moment_wanted.connect(self.moments.wish)
        self.result.enrol_wanted.connect(self._enrol)
        self.moments.found.connect(self._show_moment)
        self.moments.failed.connect(self._tell_lost)
        self.enrolling.enrolled.connect(self._show_enrolled)

    def _nothing(self) -> EmptyState:
        choose = push_button(self.tr("Open video…"), "video", "primary")
        choose.clicked.connect(self._ask_for_video)
        return EmptyState(
            "video",
            self.tr("Who is seen in a video, and when?"),
            self.tr("Open a video, or drop one here. It is looked through faster than it plays."),
            (choose,),
        )

    def _ask_for_video(self) -> None:
        path = ask_for_video(self, self._folder)
        if path is not None:
            self.analyse(path)

    # The analysis -------------------------------------------------------------------------------

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.analysing.cancel()

    def _show_ended(self) -> None:
        """Go back to the beginning, unless something was found; a result or an error follows."""
        self._show(self.nothing if self.result.analysis is None else self.result)

    def _show_found(self, analysis: VideoAnalysis) -> None:
        self.result.show_analysis(analysis)
        self.result.show_first()
        self._show_words()
        self._show(self.result)
        announce(self.words, self.words.text())

    def _show_words(self) -> None:
        self.words.setText(analysis_words(self.result.analysis, self.result.rows))

    def _show_failure(self, error: FacedeskError) -> None:
        if self.result.analysis is None:
            self.failure.sentence.setText(error_text(error))
            self._show(self.failure)
        else:
            self.words.setText(error_text(error))

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        running = self.analysing.running
        self.cancel.setVisible(running)
        self.cancel.setEnabled(running)
        self._line.setVisible(part is self.result)
        self.file.setVisible(part is not self.nothing)
        self.export.setVisible(part is self.result)
        self.export.setEnabled(not running and bool(self.result.rows))
        self.open_button.setVisible(part is not self.nothing)

    # What is done with the result ---------------------------------------------------------------

    def _show_moment(self, picture: Picture) -> None:
        self._lost = False
        self.result.show_picture(picture)

    def _tell_lost(self, error: FacedeskError) -> None:
        """Say that the file can't be read any more: once, not for every moment of a drag."""
        if not self._lost:
            self._context.messages.show_error(error)
        self._lost = True

    def _enrol(self, stranger: VideoSighting) -> None:
        self.enrolling.begin(stranger, self._source)

    def _show_enrolled(self, stranger: VideoSighting, person: Person) -> None:
        """Call them by their name where they are shown; elsewhere in the video, they may be yet."""
        if self.result.name_stranger(stranger, person) and not self.analysing.running:
            self._show_words()
        again = Action(self.tr("Analyse again"), lambda: self.analyse(Path(self._source.location)))
        text = self.tr("{name} is enrolled.").format(name=person.name)
        detail = self.tr("To find them in all of the video, analyse it again.")
        self._context.messages.show(Level.SUCCESS, text, detail, again)
