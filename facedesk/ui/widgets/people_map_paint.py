"""Paints the map of the people."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPen, QPixmap, QPolygonF

from facedesk.ui import icons
from facedesk.ui.widgets.map_room import first_of_each, with_name, with_room
from facedesk.ui.widgets.map_spots import MapSpots
from facedesk.ui.widgets.map_window import MapWindow
from facedesk.ui.widgets.person_card import paint_face

FACE = 44
_LARGE = 60  # of the one that is pointed at
_APART = FACE + 4.0
_WIDEST_NAME = 106
_NAMED_APART = (FACE + _WIDEST_NAME) / 2, FACE + 24.0  # beside and below
_LONG_LINE = 2.5 * FACE
_DOT = 8.0
_BADGE = 16
_Role = QPalette.ColorRole


@dataclass(frozen=True, eq=False)
class MapLook:
    """How the map looks now.

    picture: returns the picture of a spot, None while there is none. meant: whom the user means,
    by selection or with the mouse; neighbours: of them, with what is written beside each line.
    """

    spots: MapSpots
    window: MapWindow
    picture: Callable[[int], QPixmap | None]
    meant: int | None = None
    neighbours: Sequence[tuple[int, str]] = ()

    def paint(self, painter: QPainter) -> None:
        """Paint everything: dots, then pictures, then whom the user means."""
        places = self.window.to_widget(self.spots.places)
        in_front = self._in_front()
        seen = self._in_widget(places)
        order = np.concatenate([np.array(in_front, np.intp), np.setdiff1d(seen, in_front)])
        origin = self.window.to_widget(np.zeros((1, 2)))[0]
        pictured = order[with_room(places[order], _APART, tuple(origin))]
        named = set(pictured[with_name(places[pictured], *_NAMED_APART)].tolist())
        self._paint_close(painter, places)
        self._paint_dots(painter, places, np.setdiff1d(seen, pictured))
        marked = {index for pair in self.spots.close for index in pair}
        for index in pictured.tolist():
            if index not in in_front:
                self._paint_spot(painter, places, index, index in named, marked)
        self._paint_lines(painter, places)
        for index in reversed(in_front):
            with_own_name = index in named or index == self.meant or self.spots.is_live(index)
            self._paint_spot(painter, places, index, with_own_name, marked)
        self._paint_distances(painter, places)

    def _in_front(self) -> list[int]:
        """Return those who are shown whatever is behind them, the foremost first."""
        meant = [] if self.meant is None else [self.meant]
        live = range(len(self.spots.people), len(self.spots.places))
        return list(dict.fromkeys([*meant, *live, *(index for index, _ in self.neighbours)]))

    def _in_widget(self, places: np.ndarray) -> np.ndarray:
        inside = (places > -FACE) & (places < [self.window.width + FACE, self.window.height + FACE])
        return np.flatnonzero(inside.all(axis=1))

    def _paint_dots(self, painter: QPainter, places: np.ndarray, which: np.ndarray) -> None:
        if not len(which):
            return
        which = which[first_of_each(places[which], _DOT / 2)]  # the others can't be told apart
        pen = QPen(_colour(_Role.Dark), _DOT)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in places[which].tolist()]))

    def _paint_close(self, painter: QPainter, places: np.ndarray) -> None:
        """Join those who are too close, by a line of its own kind."""
        painter.setPen(QPen(_colour(_Role.BrightText), 2, Qt.PenStyle.DotLine))
        for first, second in self.spots.close:
            painter.drawLine(QPointF(*places[first]), QPointF(*places[second]))

    def _paint_lines(self, painter: QPainter, places: np.ndarray) -> None:
        """Join whom the user means with their neighbours."""
        painter.setPen(QPen(_colour(_Role.Accent), 2))
        for index, _ in self.neighbours:
            painter.drawLine(QPointF(*places[self.meant]), QPointF(*places[index]))

    def _paint_distances(self, painter: QPainter, places: np.ndarray) -> None:
        """Write the distances of the neighbours beside the lines, where these are long enough."""
        for index, words in self.neighbours:
            here, there = QPointF(*places[self.meant]), QPointF(*places[index])
            if (here - there).manhattanLength() > _LONG_LINE:
                _paint_tag(painter, (here + there) / 2, words)

    def _paint_spot(
        self,
        painter: QPainter,
        places: np.ndarray,
        index: int,
        with_name: bool,
        marked: Collection[int],
    ) -> None:
        side = _LARGE if index == self.meant else FACE
        room = QRect(0, 0, side, side)
        room.moveCenter(QPointF(*places[index]).toPoint())
        live = self.spots.is_live(index)
        paint_face(painter, room, self.picture(index), side / 2 if live else 8.0)
        if live or index == self.meant:
            _paint_ring(painter, room, live)
        if index in marked:
            _paint_badge(painter, room, "warning", _Role.BrightText)
        elif live:
            _paint_badge(painter, room, "live", _Role.Accent)
        if with_name:
            below = QPointF(room.center().x(), room.bottom() + 10)
            _paint_tag(painter, below, self.spots.titles[index])


def _colour(role: QPalette.ColorRole) -> object:
    return QGuiApplication.palette().color(role)


def _paint_ring(painter: QPainter, room: QRect, live: bool) -> None:
    """Outline who is meant; a live face has a round, broken outline."""
    style = Qt.PenStyle.DashLine if live else Qt.PenStyle.SolidLine
    painter.setPen(QPen(_colour(_Role.Accent), 3, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = room.width() / 2 if live else 8.0
    painter.drawRoundedRect(QRectF(room).adjusted(-2, -2, 2, 2), corner, corner)


def _paint_badge(painter: QPainter, room: QRect, icon: str, role: QPalette.ColorRole) -> None:
    badge = QRect(0, 0, _BADGE, _BADGE)
    badge.moveCenter(room.topRight())
    painter.setPen(QPen(_colour(_Role.Mid), 1))
    painter.setBrush(_colour(_Role.Base))
    painter.drawEllipse(badge.adjusted(-3, -3, 3, 3))
    icons.icon(icon, role).paint(painter, badge)


def _paint_tag(painter: QPainter, middle: QPointF, text: str) -> None:
    """Write a text onto a ground of its own, so that it can be read over anything."""
    metrics = painter.fontMetrics()
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
    ground = QRectF(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2)
    ground.moveCenter(middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(_Role.Window))
    painter.setOpacity(0.85)
    painter.drawRoundedRect(ground, 6, 6)
    painter.setOpacity(1.0)
    painter.setPen(_colour(_Role.Text))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)
