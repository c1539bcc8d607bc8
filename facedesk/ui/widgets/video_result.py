"""What was found in a video: the picture of a moment, and the timeline below it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from facedesk.capture.frame import Frame
from facedesk.capture.picture import Picture
from facedesk.gallery.person import Person
from facedesk.live.video_analysis import VideoAnalysis
from facedesk.live.video_log import VideoSighting
from facedesk.live.video_moment import view_at
from facedesk.ui.widgets.analysis_words import nobody_words
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.clock_words import clock
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.timeline import Timeline
from facedesk.ui.widgets.timeline_rows import TimelineRow, timeline_rows
from facedesk.ui.widgets.video_view import VideoView

_HANDLE = 8  # pixels between picture and timeline, which can be dragged
_SMALLEST = (160, 90)  # of the picture: several messages above leave little room
_SHARES = (550, 450)  # of the height that both have


class VideoResult(QWidget):
    """Emits moment_wanted with a time, and enrol_wanted with the sighting of a stranger.

    Until the user chooses a moment, the picture is the one that was looked at last.
    """

    moment_wanted = Signal(float)
    enrol_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._analysis: VideoAnalysis | None = None
        self._rows: tuple[TimelineRow, ...] = ()
        self._names: dict[VideoSighting, str] = {}
        self._frame: Frame | None = None
        self._follows = True
        self.video = VideoView()
        self.video.setMinimumSize(*_SMALLEST)
        self.video.setAccessibleName(self.tr("Picture of the video"))
        self.caption = ElidedLabel()
        self.enrol = push_button("", "enrol")
        self.timeline = Timeline()
        self.nobody = text_label("", "secondary")
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.timeline.moment_wanted.connect(self._want)
        self.timeline.chosen_changed.connect(self._show_choice)
        self.video.face_clicked.connect(self._click_face)
        self.enrol.clicked.connect(lambda: self.enrol_wanted.emit(self.timeline.chosen[1]))

    @property
    def analysis(self) -> VideoAnalysis | None:
        """What is shown; None before anything is known."""
        return self._analysis

    @property
    def rows(self) -> tuple[TimelineRow, ...]:
        """Who is shown."""
        return self._rows

    def clear(self, words: str) -> None:
        """Show nothing, and say why in the place of the picture."""
        self._analysis, self._frame, self._follows = None, None, True
        self._rows, self._names = (), {}
        self.video.set_words(words)
        self.video.show_frame(None)
        self.video.show_view(None)
        self.caption.setText("")
        self.nobody.setText("")
        self.timeline.clear()
        self._below.setCurrentWidget(self.nobody)
        self._show_choice()

    def show_analysis(self, analysis: VideoAnalysis) -> None:
        """Show what was found."""
        self._analysis = analysis
        self._rows = timeline_rows(analysis.sightings)
        self._names = {seen: row.name for row in self._rows for seen in row.seen}
        self.timeline.show_rows(self._rows, analysis.analysed_s, analysis.duration_s)
        self.nobody.setText(nobody_words(analysis))
        self._below.setCurrentWidget(self.timeline if self._rows else self.nobody)
        if self._follows and analysis.view is not None:
            self._frame = analysis.view.frame
        self._show_frame()
        self._show_choice()

    def show_first(self) -> None:
        """Show the first moment in which somebody is seen, unless the user has chosen another."""
        if self._follows and self._rows:
            self.timeline.choose(self._rows[0])

    def show_picture(self, picture: Picture) -> None:
        """Show the picture of the moment that was wanted."""
        number = 0 if self._frame is None else self._frame.number + 1
        self._frame = Frame(picture.image, number, picture.time_s, 0.0, 0)
        self._show_frame()

    def name_stranger(self, stranger: VideoSighting, person: Person) -> bool:
        """Call a stranger by the name of a person from now on; False: they are not shown."""
        if self._analysis is None or stranger not in self._analysis.sightings:
            return False
        sighting = replace(stranger.sighting, person=person.name, person_id=person.id, score=None)
        named = replace(stranger, sighting=sighting)
        sightings = tuple(named if s is stranger else s for s in self._analysis.sightings)
        self.show_analysis(replace(self._analysis, sightings=sightings))
        return True

    def _lay_out(self) -> None:
        self._below = QStackedWidget()
        self._below.addWidget(self.nobody)
        self._below.addWidget(self.timeline)
        line = QHBoxLayout()
        line.addWidget(self.caption, 1)
        line.addWidget(self.enrol)
        above = QWidget()
        shown = QVBoxLayout(above)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(8)
        shown.addWidget(self.video, 1)
        shown.addLayout(line)
        self.caption.setMinimumHeight(self.enrol.sizeHint().height())  # the picture stays put
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(_HANDLE)
        parts.addWidget(above)
        parts.addWidget(self._below)
        parts.setSizes(_SHARES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts)

    def _want(self, time_s: float) -> None:
        self._follows = False
        self.timeline.show_moment(time_s)
        self.moment_wanted.emit(time_s)

    def _show_frame(self) -> None:
        """Show the picture, with everyone who is seen in it."""
        if self._frame is None or self._analysis is None:
            return
        sightings = self._analysis.sightings
        view = view_at(self._frame, sightings, self._analysis.longest_step_s)
        names = {face.track_id: self._names[sightings[face.track_id]] for face in view.faces}
        self.video.call(names)
        self.video.show_frame(self._frame)
        self.video.show_view(view)
        if self._follows:
            self.timeline.show_moment(self._frame.time_s)
        who = ", ".join(names.values()) or self.tr("nobody")
        self.caption.setText(f"{clock(self._frame.time_s, 1)} · {who}")

    def _show_choice(self) -> None:
        """Offer to enrol the stranger who is chosen."""
        chosen = self.timeline.chosen
        offered = chosen is not None and chosen[0].stranger
        self.enrol.setVisible(offered)
        if offered:
            self.enrol.setText(self.tr("Enrol {name}…").format(name=shortened(chosen[0].name)))

    def _click_face(self, number: int) -> None:
        """Choose whom the user clicks on; of strangers, ask for the name."""
        seen = self._analysis.sightings[number]
        row = next(row for row in self._rows if seen in row.seen)
        self.timeline.choose_at(row, self._frame.time_s)
        if row.stranger:
            self.enrol_wanted.emit(seen)
