"""The map of the people: near are those whose faces are alike. Zoomed and moved as maps are."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from facedesk.ui.widgets.map_spots import MapSpots
from facedesk.ui.widgets.map_window import MapWindow, window_around
from facedesk.ui.widgets.people_map_paint import FACE, MapLook

_STEP = 1.3  # nearer with each key
_WHEEL_STEP = 1.0015  # for each eighth of a degree
_NEAREST, _FARTHEST = 200.0, 0.5  # times the scale that shows everyone
_PAN = 80.0  # widget units with each key
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_NEARER_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_EVERYONE_KEYS = (Qt.Key.Key_Home, Qt.Key.Key_0)


class PeopleMap(QWidget):
    """Emits chosen with the index of a spot that the user selects, and meant_changed when they
    mean another one, by selection or with the mouse.

    Arrow keys go from one to the next; with Shift they move the map. + and − zoom, Home shows
    everyone, Escape selects nobody.
    """

    chosen = Signal(object)
    meant_changed = Signal()

    def __init__(
        self, picture: Callable[[int], QPixmap | None], parent: QWidget | None = None
    ) -> None:
        """picture: returns the picture of a spot, None while there is none."""
        super().__init__(parent)
        self._picture = picture
        self._spots = MapSpots(np.zeros((0, 2)), (), ())
        self._window: MapWindow | None = None  # until there is somebody
        self._everyone_scale = 1.0
        self._all_seen = True
        self._selected: int | None = None
        self._pointed: int | None = None
        self._neighbours: Sequence[tuple[int, str]] = ()
        self._grabbed: QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(self.tr("Map of the people"))

    @property
    def spots(self) -> MapSpots:
        """Who is on the map."""
        return self._spots

    @property
    def window_shown(self) -> MapWindow | None:
        """The part of the plane that is shown; None while nobody is."""
        return self._window

    @property
    def selected(self) -> int | None:
        """Who is selected."""
        return self._selected

    @property
    def meant(self) -> int | None:
        """Whom the user means: who is under the mouse, or else selected."""
        return self._selected if self._pointed is None else self._pointed

    def show_spots(self, spots: MapSpots, selected: int | None, anew: bool) -> None:
        """Show these. selected: who of them is. anew: all of the map is to be seen."""
        same_people = spots.people is self._spots.people
        if not same_people or spots.is_live(self._pointed or 0):
            self._pointed = None
        self._spots, self._selected, self._neighbours = spots, selected, ()
        if anew or (self._all_seen and not same_people):
            self.show_everyone()
        self.meant_changed.emit()
        self.update()

    def show_neighbours(self, neighbours: Sequence[tuple[int, str]]) -> None:
        """Join whom the user means with these, each with words beside the line."""
        self._neighbours = neighbours
        self.update()

    def select(self, index: int | None) -> None:
        """Select somebody, and bring them into view; None: nobody."""
        self._selected, self._pointed = index, None
        if index is not None:
            self._bring_into_view(index)
            self.setAccessibleDescription(self._spots.titles[index])
        self.meant_changed.emit()
        self.update()

    def show_everyone(self) -> None:
        """Show all of the map."""
        places, self._all_seen = self._spots.places, True
        self._window = window_around(places, self.width(), self.height()) if len(places) else None
        self._everyone_scale = self._window.scale if self._window else 1.0
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer by a factor, to a point of the widget, or else to who is selected."""
        if self._window is None:
            return
        wanted = self._window.scale * factor / self._everyone_scale
        factor *= min(max(wanted, _FARTHEST), _NEAREST) / wanted
        middle = at or self._place(self._selected) or QPointF(self.rect().center())
        self._look_at(self._window.zoomed(factor, middle.x(), middle.y()))

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        ground = self.rect().toRectF().adjusted(1, 1, -1, -1)
        role = QPalette.ColorRole.Accent if self.hasFocus() else QPalette.ColorRole.Mid
        palette = QApplication.palette()
        painter.setPen(QPen(palette.color(role), 2 if self.hasFocus() else 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(ground, 12, 12)
        if self._window is not None:
            painter.setClipRect(ground.adjusted(2, 2, -2, -2))
            look = MapLook(self._spots, self._window, self._picture, self.meant, self._neighbours)
            look.paint(painter)
        painter.end()

    # The mouse ----------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(_WHEEL_STEP ** event.angleDelta().y(), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._window is None:
            return
        if self._grabbed is None:
            self._point_at(event.position())
            return
        moved = event.position() - self._grabbed
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragged, self._grabbed = True, event.position()
            self._look_at(self._window.moved(moved.x(), moved.y()))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._window is None:
            return
        clicked = self._grabbed is not None and not self._dragged
        self._grabbed = None
        if clicked:
            self._choose(self._spot_at(event.position()))
        self._point_at(event.position())

    def leaveEvent(self, event: object) -> None:
        self._set_pointed(None)

    def _spot_at(self, point: QPointF) -> int | None:
        return self._spots.at(self._window, point.x(), point.y())

    def _point_at(self, point: QPointF) -> None:
        index = self._spot_at(point)
        hand = Qt.CursorShape.OpenHandCursor
        self.setCursor(hand if index is None else Qt.CursorShape.PointingHandCursor)
        self._set_pointed(index)

    def _set_pointed(self, index: int | None) -> None:
        if index != self._pointed:
            self._pointed = index
            self.meant_changed.emit()
            self.update()

    # The keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._window is None:
            super().keyPressEvent(event)
        elif key in _ARROWS and shift:
            right, up = _ARROWS[key]
            self._look_at(self._window.moved(-_PAN * right, _PAN * up))
        elif key in _ARROWS:
            self._go(*_ARROWS[key])
        elif key in _NEARER_KEYS:
            self.zoom(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif key in _EVERYONE_KEYS:
            self.show_everyone()
        elif key == Qt.Key.Key_Escape and self._selected is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _go(self, right: int, up: int) -> None:
        """Select who comes next in a direction; at first, who is in the middle."""
        spots = self._spots
        if self._selected is None:
            self._choose(spots.nearest_to(self._window))
            return
        following = spots.next_to(self._selected, right, up)
        if following is not None:
            self._choose(following)

    def _choose(self, index: int | None) -> None:
        self.select(index)
        self.chosen.emit(index)

    def _place(self, index: int | None) -> QPointF | None:
        if index is None:
            return None
        return QPointF(*self._window.to_widget(self._spots.places[index : index + 1])[0])

    def _bring_into_view(self, index: int) -> None:
        if self._window is None:
            return
        place = self._place(index)
        inside = self.rect().toRectF().adjusted(FACE, FACE, -FACE, -FACE)
        if not inside.contains(place):
            x = min(max(place.x(), inside.left()), inside.right())
            y = min(max(place.y(), inside.top()), inside.bottom())
            self._look_at(self._window.moved(x - place.x(), y - place.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._all_seen:
            self.show_everyone()
        else:
            self._window = self._window.resized(self.width(), self.height())

    def _look_at(self, window: MapWindow) -> None:
        self._window, self._all_seen = window, False
        self.update()
