"""Shows over the live picture how fast it is, for who wants to know."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from facedesk.capture.source import Source
from facedesk.live.session import LiveSession
from facedesk.live.speed import Counts, SpeedMeter
from facedesk.live.view import LiveView
from facedesk.ui.widgets.label_places import shared_area
from facedesk.ui.widgets.speed_panel import SpeedPanel
from facedesk.ui.widgets.video_view import VideoView

_SHOW_EVERY_S = 0.5  # nobody can read figures that change faster
_MARGIN = 8.0


class LiveSpeed:
    """Measures while its panel is wanted, and keeps the panel in a corner without faces."""

    def __init__(self, video: VideoView, clock: Callable[[], float] = time.monotonic) -> None:
        self._video = video
        self._clock = clock
        self._meter = SpeedMeter()
        self._source: Source | None = None
        self._shown_at = -float("inf")
        self._corner = 0
        self.panel = SpeedPanel(video)
        self.want(False)

    def want(self, wanted: bool) -> None:
        """Show the panel, or no longer."""
        self.panel.setVisible(wanted)
        if not wanted:
            self._meter.begin_anew()
            self._video.keep_clear(None)

    def look(self, session: LiveSession, view: LiveView | None) -> None:
        """Take note of what is there now. view: what is shown."""
        frame = session.newest_frame
        if self.panel.isHidden() or frame is None:
            return
        now = self._clock()
        if session.status.source != self._source:
            self._source = session.status.source
            self._meter.begin_anew()
        counts = Counts(self._video.painted, session.answered, session.skipped)
        self._meter.look(frame, view, counts, now)
        if now - self._shown_at >= _SHOW_EVERY_S:
            self._shown_at = now
            self.panel.show_speed(self._meter.speed)
            self._choose_corner()
        self._place()

    def _choose_corner(self) -> None:
        """Move only when a face is in the way, and only to where less of any face is."""
        faces = self._video.outlines()
        corners = self._corners()
        hidden = [sum(shared_area(corner, face) for face in faces) for corner in corners]
        least = min(range(len(corners)), key=lambda index: hidden[index])
        if hidden[least] < hidden[self._corner]:
            self._corner = least

    def _place(self) -> None:
        room = self._corners()[self._corner]
        self.panel.move(room.topLeft().toPoint())
        self._video.keep_clear(room)

    def _corners(self) -> list[QRectF]:
        """Return where the panel may be: in a corner of the picture, or of the view around it."""
        size = self.panel.size().toSizeF()
        area = self._video.target
        if area.width() < size.width() or area.height() < size.height():
            area = QRectF(self._video.rect())
        area = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        right, bottom = area.right() - size.width(), area.bottom() - size.height()
        points = [
            (area.left(), area.top()),
            (right, area.top()),
            (area.left(), bottom),
            (right, bottom),
        ]
        return [QRectF(QPointF(x, y), size) for x, y in points]
