"""The timeline of a video: who is seen when, for mouse, keyboard and screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QTreeView, QWidget

from facedesk.live.video_log import VideoSighting
from facedesk.ui.widgets.timeline_bars import BarsState, TimelineBars
from facedesk.ui.widgets.timeline_header import TimelineHeader
from facedesk.ui.widgets.timeline_model import WHEN, TimelineModel
from facedesk.ui.widgets.timeline_rows import Key, TimelineRow

_PORTRAIT = 36
_LEAST_ROWS = 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Timeline(QTreeView):
    """Emits moment_wanted with the time in the video that is to be shown.

    Emits chosen_changed when another sighting is chosen.
    """

    moment_wanted = Signal(float)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._analysed_s = 0.0
        self._now_s: float | None = None
        self._chosen_row: Key | None = None
        self._chosen = 0
        self._scrubbing = False
        self._header = TimelineHeader(self)
        self._table = TimelineModel(round(_PORTRAIT * self.devicePixelRatioF()), self)
        self.setModel(self._table)
        self.setHeader(self._header)
        self.setItemDelegateForColumn(WHEN, TimelineBars(self._bars_state, self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(_PORTRAIT, _PORTRAIT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(
            self.tr("Left and right go from one time to the next; Enter shows it.")
        )
        self._header.scrubbed.connect(self.moment_wanted)

    @property
    def rows(self) -> TimelineModel:
        """What it shows."""
        return self._table

    @property
    def chosen(self) -> tuple[TimelineRow, VideoSighting] | None:
        """The sighting that is chosen, and whose it is."""
        row = self._table.row(self.currentIndex())
        return None if row is None else (row, row.seen[min(self._chosen, len(row.seen) - 1)])

    def clear(self) -> None:
        """Show nobody and no moment; nothing is chosen any more."""
        self._chosen_row, self._chosen = None, 0
        self.show_rows((), 0.0, 1.0)
        self.show_moment(None)

    def show_rows(self, rows: Sequence[TimelineRow], analysed_s: float, duration_s: float) -> None:
        """Show who is seen when; what is chosen stays so."""
        self._analysed_s = analysed_s
        self._header.show_duration(duration_s)
        scrolled = self.verticalScrollBar().value()
        self._table.set_rows(rows)
        if self._table.heading is not None:
            self.setFirstColumnSpanned(self._table.heading, QModelIndex(), True)
        number = self._table.number_of(self._chosen_row) if self._chosen_row else None
        if number is not None and number != self.currentIndex().row():
            self.setCurrentIndex(self._table.index(number, 0))
        self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()

    def show_moment(self, time_s: float | None) -> None:
        """Draw the line of the moment that is shown; None: none is."""
        if time_s != self._now_s:
            self._now_s = time_s
            self.viewport().update()

    def choose(self, row: TimelineRow, number: int = 0) -> None:
        """Choose a sighting of somebody, and have it shown."""
        self._chosen_row, self._chosen = row.key, number
        self.setCurrentIndex(self._table.index(self._table.number_of(row.key), 0))
        self.viewport().update()
        self.chosen_changed.emit()
        self.moment_wanted.emit(row.seen[number].sighting.start_s)

    def choose_at(self, row: TimelineRow, time_s: float) -> None:
        """Choose the sighting of somebody that is nearest to a time; the moment stays."""
        self._chosen_row, self._chosen = row.key, row.near(time_s)
        self.setCurrentIndex(self._table.index(self._table.number_of(row.key), 0))
        self.viewport().update()
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen
        if event.key() in _STEPS and chosen is not None:
            number = self._chosen + _STEPS[event.key()]
            self.choose(chosen[0], min(max(number, 0), len(chosen[0].seen) - 1))
        elif event.key() in _ENTER and chosen is not None:
            self.moment_wanted.emit(chosen[1].sighting.start_s)
        else:
            before = self.currentIndex().row()
            super().keyPressEvent(event)
            row = self._table.row(self.currentIndex())
            if row is not None and self.currentIndex().row() != before:
                self.choose(row, row.near(self._now_s or 0.0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        index = self.indexAt(event.position().toPoint())
        row = self._table.row(index)
        self._scrubbing = event.position().x() >= self._header.sectionViewportPosition(WHEN)
        if self._scrubbing:
            self._scrub(event, row)
        elif row is not None:
            self.choose(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scrubbing and event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event, None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scrubbing = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.share_room(self.viewport().width())
        self.scrollTo(self.currentIndex())  # what is chosen stays in sight

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._now_s is not None:
            x = round(self._header.axis.place(self._now_s))
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.BrightText), 2))
            painter.drawLine(x, 0, x, self.viewport().height())
            painter.end()

    def minimumSizeHint(self) -> QSize:
        height = self._header.sizeHint().height() + _LEAST_ROWS * (_PORTRAIT + 8)
        return QSize(400, height)

    def _scrub(self, event: QMouseEvent, row: TimelineRow | None) -> None:
        time_s = self._header.axis.time_at(event.position().x())
        if row is not None:
            self.choose_at(row, time_s)
        self.moment_wanted.emit(time_s)

    def _bars_state(self) -> BarsState:
        chosen = self.chosen
        key = (chosen[0].key, chosen[0].seen.index(chosen[1])) if chosen else None
        return BarsState(self._header.axis, self._analysed_s, key)
