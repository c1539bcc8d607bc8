"""The page with the live picture: who is there, and the way to enrol them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout

from facedesk.capture.capture_status import IDLE, SHOWING, CaptureState, CaptureStatus
from facedesk.live.session import EngineState, EngineStatus
from facedesk.live.view import LiveView, SeenFace
from facedesk.ui.context import AppContext
from facedesk.ui.correcting import Correcting
from facedesk.ui.dialogs.liveness_dialog import LivenessDialog
from facedesk.ui.dialogs.why_dialog import WhyDialog
from facedesk.ui.live_speed import LiveSpeed
from facedesk.ui.mirroring import Mirroring
from facedesk.ui.pages.page import Page
from facedesk.ui.why_asked import why_live
from facedesk.ui.widgets.address_bar import AddressBar
from facedesk.ui.widgets.camera_list import CameraList
from facedesk.ui.widgets.enrol_panel import EnrolPanel
from facedesk.ui.widgets.face_words import named
from facedesk.ui.widgets.in_view_list import InViewList
from facedesk.ui.widgets.live_toolbar import LiveToolbar
from facedesk.ui.widgets.no_source import NoSource
from facedesk.ui.widgets.side_column import SideColumn
from facedesk.ui.widgets.source_actions import SourceActions
from facedesk.ui.widgets.source_opener import SourceOpener
from facedesk.ui.widgets.source_words import status_words, trouble_words
from facedesk.ui.widgets.status_line import StatusLine
from facedesk.ui.widgets.video_view import VideoView
from facedesk.vision.shot import Shot

_LOOK_EVERY_MS = 15
_NARROW = 1100  # below this width of the window the column leaves its room to the picture
_LIVE = frozenset({CaptureState.RUNNING, CaptureState.DEGRADED})


class LivePage(Page):
    """Looks at the session as long as it is visible; the session never waits for it."""

    title = QT_TRANSLATE_NOOP("Pages", "Live")
    icon = "live"
    shortcut = "Ctrl+1"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: LiveView | None = None
        self._enrolment_due = False
        self._liveness: LivenessDialog | None = None
        self._shown: tuple[CaptureStatus, EngineStatus, int] | None = None
        cameras = CameraList(self)
        self._opener = SourceOpener(context, cameras, self)
        self.sources = SourceActions(self)
        self.toolbar = LiveToolbar(cameras, self.sources)
        self.address = AddressBar()
        self.no_source = NoSource(cameras, self.sources)
        self.video = VideoView()
        self.speed = LiveSpeed(self.video)
        self._mirroring = Mirroring(context, self.toolbar.mirror, self.video)
        self.status = StatusLine()
        self.in_view = InViewList()
        self.correcting = Correcting(context, self)
        self.panel = EnrolPanel(context)
        self.column = SideColumn(self.in_view, self.panel)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._connect()

    @property
    def view(self) -> LiveView | None:
        """What the page shows; None when nothing, or nothing of this moment."""
        return self._view

    def shown(self) -> None:
        """Take up the settings; the first time, open a source."""
        settings = self._context.settings
        self._mirroring.show_source(self._context.session.status.source)
        self.video.set_details(
            scores=settings.get("live.show_scores"), landmarks=settings.get("live.show_landmarks")
        )
        self.speed.want(settings.get("live.show_speed"))
        self._opener.begin()

    def hidden(self) -> None:
        """The session goes on unseen; who leaves does not wait for a camera any more."""
        self._enrolment_due = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _lay_out(self) -> None:
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self.no_source)
        self._pictures.addWidget(self.video)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._pictures, 0, 0)
        grid.addWidget(self.status, 1, 0)
        grid.addWidget(self.column, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addWidget(self.toolbar)
        column.addWidget(self.address)
        column.addLayout(grid, 1)

    def _connect(self) -> None:
        for widget in (self.toolbar.picker, self.no_source):
            widget.chosen.connect(self._opener.open)
        self.sources.chosen.connect(self._opener.find)
        self.sources.open_address.triggered.connect(self.address.ask)
        self.sources.stop.triggered.connect(self._opener.close)
        self.address.entered.connect(self.sources.choose)
        self.no_source.again_wanted.connect(self._opener.open_again)
        self.status.again_wanted.connect(self._opener.open_again)
        self.status.stop_wanted.connect(self._opener.close)
        self._mirroring.changed.connect(self.setting_changed)
        self.toolbar.in_view.toggled.connect(self._make_room)
        self.toolbar.enrol.clicked.connect(self.enrol)
        self.video.face_clicked.connect(self._click_face)
        self.in_view.enrol_wanted.connect(self._enrol_face)
        self.in_view.correction_wanted.connect(self._correct_face)
        self.in_view.why_wanted.connect(self._explain_face)
        self.in_view.liveness_wanted.connect(self._explain_liveness)
        self.correcting.why_wanted.connect(self._explain)
        self.in_view.pointed.connect(self.video.point_out)
        self.panel.closed.connect(self._uncover)
        self.correcting.verify_wanted.connect(self.verification_wanted)

    # Enrolling ----------------------------------------------------------------------------------

    def enrol(self) -> None:
        """Enrol whoever is in front of the camera, as soon as one is open."""
        self._enrolment_due = self._context.session.status.state in IDLE
        if not self._enrolment_due:
            self._cover()
            self.panel.begin()

    def _enrol_face(self, track_id: int) -> None:
        """Enrol an unknown face, which may have gone in the meantime."""
        face = self._face(track_id)
        self._cover()
        if face and face.best_shot and not face.withheld:
            self.panel.begin_with(face.best_shot)
        else:
            self.panel.begin()

    def _face(self, track_id: int) -> SeenFace | None:
        faces = self._view.faces if self._view else ()
        return next((face for face in faces if face.track_id == track_id), None)

    def _cover(self) -> None:
        self.column.cover()
        self._make_room()

    def _uncover(self) -> None:
        self.column.uncover()
        self._make_room()
        self.toolbar.enrol.setFocus()

    # Correcting ---------------------------------------------------------------------------------

    def _click_face(self, track_id: int) -> None:
        """Offer what can be done with a face of the picture."""
        face = self._face(track_id)
        if face is not None and named(face):
            self.correcting.offer(face, self._view)
        else:
            self._enrol_face(track_id)

    def _correct_face(self, track_id: int) -> None:
        face = self._face(track_id)
        if face is not None:
            self.correcting.correct(face, self._view)

    def _explain_face(self, track_id: int) -> None:
        face = self._face(track_id)
        if face is not None:
            self._explain(face, self._view)

    def _explain(self, face: SeenFace, view: LiveView) -> None:
        """Show why a face of a view has its name, which it may have lost in the meantime."""
        match = named(face)
        if match is not None:
            shot = face.best_shot or Shot(view.frame.image, face.detection, face.quality)
            asked = why_live(match, shot, self._context.gallery)
            WhyDialog(self._context, asked, self).open()

    def _explain_liveness(self, track_id: int) -> None:
        """Show what says that a face is alive, or not, as long as the user wants to see it."""
        face = self._face(track_id)
        if face is not None and face.liveness is not None:
            self._liveness = LivenessDialog(face, self._view, self)
            self._liveness.finished.connect(lambda _: self._forget_liveness())
            self._liveness.open()

    def _forget_liveness(self) -> None:
        self._liveness = None

    # Looking ------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Show whatever is new."""
        session = self._context.session
        status, engine = session.status, session.engine
        self.video.show_frame(session.newest_frame)
        view = session.newest_view if status.state in SHOWING else None
        if view is not self._view:
            self._show_view(view)
        self.speed.look(session, self._view)
        shown = (status, engine, len(view.faces) if view else 0)
        if shown != self._shown:
            self._shown = shown
            self._show_status(*shown)

    def _show_view(self, view: LiveView | None) -> None:
        self._view = view
        self.video.show_view(view)
        self.in_view.show_view(view)
        self.correcting.observe(view)
        if self._liveness is not None:
            self._liveness.observe(view)
        if view is not None:
            self.panel.observe(view)

    def _show_status(self, status: CaptureStatus, engine: EngineStatus, count: int) -> None:
        idle = status.state in IDLE
        self._pictures.setCurrentWidget(self.no_source if idle else self.video)
        self.no_source.show_failure(trouble_words(status) if idle and status.error else "")
        self.status.setVisible(not idle)
        self.status.show_status(status, engine, count)
        self.toolbar.picker.show_source(status.source)
        self.video.set_faded(status.state is CaptureState.LOST)
        self._mirroring.show_source(status.source)
        self._make_room()
        if self._enrolment_due and not idle:
            self.enrol()
        words = status_words(status, engine, count)
        self.video.set_words(words)
        looking = status.state in _LIVE and engine.state is EngineState.READY
        self.panel.wait("" if looking else words)

    def _make_room(self) -> None:
        """Decide what stands beside the picture: nothing where there is nobody to see."""
        idle = self._context.session.status.state in IDLE
        narrow = self.window().width() < _NARROW
        wanted = not narrow or self.toolbar.in_view.isChecked()
        self.toolbar.in_view.setVisible(narrow and not idle)
        self.toolbar.enrol.setEnabled(not idle and not self.column.covered)
        self.column.setVisible(self.column.covered or (wanted and not idle))
