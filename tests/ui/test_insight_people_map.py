from datetime import datetime, timezone

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from facedesk.gallery.person import Person
from facedesk.ui.widgets.map_spots import MapSpots
from facedesk.ui.widgets.people_map import PeopleMap

# A cross: one in the middle, one in each direction, and one far to the right.
PLACES = np.array([[0, 0], [-1, 0], [1, 0], [0, 1], [0, -1], [3, 0.1]], float)
NAMES = ("Middle", "Left", "Right", "Above", "Below", "Far")


def spots(live=0, close=()):
    people = tuple(
        Person(number, name, datetime.now(timezone.utc), 1) for number, name in enumerate(NAMES)
    )
    people = people[: len(people) - live]
    return MapSpots(PLACES, people, NAMES, close)


@pytest.fixture
def shown(qtbot):
    made = PeopleMap(lambda _spot: None)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    made.show_spots(spots(), None, anew=True)
    return made


def place_of(shown, index):
    return QPointF(*shown.window_shown.to_widget(PLACES[index : index + 1])[0]).toPoint()


def test_at_first_everyone_is_in_view(shown):
    assert all(shown.rect().contains(place_of(shown, index)) for index in range(len(PLACES)))


def test_a_click_selects_whoever_is_there(qtbot, shown):
    with qtbot.waitSignal(shown.chosen) as told:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=place_of(shown, 3))
    assert told.args == [3]
    assert shown.selected == 3
    assert shown.accessibleDescription() == "Above"


def test_a_click_beside_selects_nobody(qtbot, shown):
    shown.select(2)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(780, 380))
    assert shown.selected is None


def test_the_mouse_means_somebody_without_selecting_them(qtbot, shown):
    shown.select(1)
    qtbot.mouseMove(shown, place_of(shown, 4))
    qtbot.waitUntil(lambda: shown.meant == 4)
    assert shown.selected == 1
    shown.leaveEvent(None)
    assert shown.meant == 1


@pytest.mark.parametrize(
    ("key", "found"),
    [
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Down, 4),
    ],
)
def test_arrows_go_to_whoever_is_next(qtbot, shown, key, found):
    shown.select(0)
    qtbot.keyClick(shown, key)
    assert shown.selected == found


def test_arrows_begin_in_the_middle_and_stop_at_the_end(qtbot, shown):
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.selected == 2  # the nearest to the middle of the view
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.selected == 5


def test_escape_selects_nobody(qtbot, shown):
    shown.select(0)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.selected is None


def test_keys_zoom_and_home_shows_everyone_again(qtbot, shown):
    before = shown.window_shown
    qtbot.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.window_shown.scale > before.scale
    qtbot.keyClick(shown, Qt.Key.Key_Minus)
    assert shown.window_shown.scale == pytest.approx(before.scale)
    qtbot.keyClick(shown, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert shown.window_shown.x > before.x
    assert shown.selected is None
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.window_shown == before


def test_nobody_gets_lost_by_zooming(shown):
    for _ in range(100):
        shown.zoom(2)
    nearest = shown.window_shown.scale
    for _ in range(100):
        shown.zoom(0.5)
    assert nearest / shown.window_shown.scale == pytest.approx(400)


def test_the_wheel_zooms_to_where_the_mouse_is(shown):
    point = place_of(shown, 5)
    event = QWheelEvent(
        QPointF(point),
        shown.mapToGlobal(QPointF(point)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = shown.window_shown.scale
    shown.wheelEvent(event)
    assert shown.window_shown.scale > before
    assert (place_of(shown, 5) - point).manhattanLength() <= 2


def test_dragging_moves_the_map_and_selects_nobody(qtbot, shown):
    before = place_of(shown, 0)
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    qtbot.mouseMove(shown, QPoint(360, 280))
    qtbot.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=QPoint(360, 280))
    assert (place_of(shown, 0) - before - QPoint(60, -20)).manhattanLength() <= 2
    assert shown.selected is None


def test_whoever_is_selected_comes_into_view(shown):
    shown.zoom(20)
    shown.select(5)
    assert shown.rect().contains(place_of(shown, 5))


def test_it_is_painted_with_live_faces_pairs_and_neighbours(shown):
    plain = shown.grab().toImage()
    shown.show_spots(spots(live=1, close=[(0, 1)]), None, anew=False)
    marked = shown.grab().toImage()
    assert marked != plain
    shown.select(5)
    shown.show_neighbours([(2, "0.42")])
    assert shown.grab().toImage() != marked


def test_whoever_leaves_is_not_meant_any_more(shown):
    shown.select(5)
    people = spots().people[:5]
    shown.show_neighbours([(5, "1.0")])
    shown.show_spots(MapSpots(PLACES[:5], people, NAMES[:5]), None, anew=False)
    assert shown.meant is None
    shown.grab()


def test_without_anybody_nothing_happens(qtbot):
    empty = PeopleMap(lambda _spot: None)
    qtbot.addWidget(empty)
    empty.show()
    empty.show_spots(MapSpots(np.zeros((0, 2)), (), ()), None, anew=True)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Home):
        qtbot.keyClick(empty, key)
    qtbot.mouseClick(empty, Qt.MouseButton.LeftButton)
    empty.grab()
    assert empty.meant is None


def test_larger_it_shows_the_same_people(qtbot, shown):
    shown.resize(1000, 600)
    qtbot.waitUntil(lambda: shown.window_shown.width == 1000)
    assert all(shown.rect().contains(place_of(shown, index)) for index in range(len(PLACES)))
