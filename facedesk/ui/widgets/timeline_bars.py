"""Paints when somebody is seen, as bars along the timeline."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facedesk.live.video_log import VideoSighting
from facedesk.ui.widgets.time_axis import TimeAxis
from facedesk.ui.widgets.timeline_model import ROW
from facedesk.ui.widgets.timeline_rows import Key

_HEIGHT = 14.0
_LANE = 2.0
_LEAST = 4.0  # pixels: however short, it can be seen and clicked
_Role = QPalette.ColorRole


@dataclass(frozen=True)
class BarsState:
    """What the bars show besides the sightings. chosen: whose sighting is, and its number."""

    axis: TimeAxis
    analysed_s: float
    chosen: tuple[Key, int] | None


class TimelineBars(QStyledItemDelegate):
    """Bars of people are filled, those of strangers are outlined."""

    def __init__(self, state: Callable[[], BarsState], parent: QObject) -> None:
        super().__init__(parent)
        self._state = state

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        state, middle = self._state(), QRectF(option.rect).center().y()
        self._paint_lane(painter, option.palette, state, middle)
        for number, seen in enumerate(row.seen):
            bar = bar_of(seen, state.axis, middle)
            self._paint_bar(painter, option.palette, bar, row.stranger)
            if (row.key, number) == state.chosen:
                self._paint_choice(painter, option.palette, bar)
        painter.restore()

    def _paint_lane(
        self, painter: QPainter, palette: QPalette, state: BarsState, middle: float
    ) -> None:
        """Show how far the video has been looked at."""
        left, right = state.axis.place(0.0), state.axis.place(state.analysed_s)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(_Role.Mid))
        painter.drawRect(QRectF(left, middle - _LANE / 2, right - left, _LANE))

    def _paint_bar(self, painter: QPainter, palette: QPalette, bar: QRectF, stranger: bool) -> None:
        if stranger:
            painter.setPen(QPen(palette.color(_Role.PlaceholderText), 1.5))
            painter.setBrush(palette.color(_Role.Base))
            bar = bar.adjusted(0.75, 0.75, -0.75, -0.75)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(_Role.Accent))
        painter.drawRoundedRect(bar, 3, 3)

    def _paint_choice(self, painter: QPainter, palette: QPalette, bar: QRectF) -> None:
        painter.setPen(QPen(palette.color(_Role.Text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar.adjusted(-3, -3, 3, 3), 5, 5)


def bar_of(seen: VideoSighting, axis: TimeAxis, middle: float) -> QRectF:
    """Return where the bar of a sighting lies, around a height."""
    left, right = axis.place(seen.sighting.start_s), axis.place(seen.sighting.end_s)
    width = max(right - left, _LEAST)
    return QRectF(left, middle - _HEIGHT / 2, width, _HEIGHT)
