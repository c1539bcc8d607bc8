import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication
from video_stage import seen

from facedesk.ui.widgets.timeline import Timeline
from facedesk.ui.widgets.timeline_bars import bar_of
from facedesk.ui.widgets.timeline_model import LENGTH, TIMES, WHEN, WHO
from facedesk.ui.widgets.timeline_rows import timeline_rows

SIGHTINGS = (
    seen("Ada", 1, 3, 1),
    seen(None, 2, 4, 2),
    seen("Bob", 5, 6, 3),
    seen("Ada", 8, 12, 4),
    seen(None, 9, 10, 5),
    seen("Ada", 15, 16, 6),
)


def test_people_come_first_in_the_order_in_which_they_are_seen_then_strangers():
    rows = timeline_rows(SIGHTINGS)
    assert [row.name for row in rows] == ["Ada", "Bob", "Stranger 1", "Stranger 2"]
    assert [len(row.seen) for row in rows] == [3, 1, 1, 1]
    assert rows[0].seconds == pytest.approx(7)
    assert [row.stranger for row in rows] == [False, False, True, True]


def test_a_person_who_was_renamed_has_the_newest_name():
    rows = timeline_rows((seen("Ada", 1, 2, person_id=7), seen("Lady Ada", 4, 5, person_id=7)))
    assert [row.name for row in rows] == ["Lady Ada"]


@pytest.mark.parametrize(("time_s", "number"), [(0, 0), (2, 0), (5, 0), (7, 1), (9, 1), (99, 2)])
def test_the_sighting_nearest_to_a_time(time_s, number):
    assert timeline_rows(SIGHTINGS)[0].near(time_s) == number


@pytest.fixture
def timeline(qtbot):
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.show_rows(timeline_rows(SIGHTINGS), 20.0, 20.0)
    made.wanted = []
    made.moment_wanted.connect(made.wanted.append)
    return made


def text(timeline, row, column, role=Qt.ItemDataRole.DisplayRole):
    return timeline.rows.index(row, column).data(role)


def test_each_row_says_who_how_long_and_how_often(timeline):
    assert [text(timeline, 0, c) for c in (WHO, LENGTH, TIMES)] == ["Ada", "7.0 s", "3"]
    assert [text(timeline, n, WHO) for n in range(5)] == [
        "Ada",
        "Bob",
        "Strangers",
        "Stranger 1",
        "Stranger 2",
    ]


def test_screen_readers_hear_the_times(timeline):
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert text(timeline, 0, WHEN, spoken) == "0:01 – 0:03, 0:08 – 0:12, 0:15 – 0:16"
    assert text(timeline, 0, LENGTH, spoken) == "seen for 7.0 s"
    assert text(timeline, 0, TIMES, spoken) == "times seen: 3"
    assert timeline.accessibleName() == "Timeline"


def test_the_heading_can_not_be_chosen(timeline):
    assert not timeline.rows.flags(timeline.rows.index(2, 0)) & Qt.ItemFlag.ItemIsSelectable


def choose(timeline, name):
    row = next(row for row in timeline_rows(SIGHTINGS) if row.name == name)
    timeline.choose(row)
    timeline.setFocus()


def test_left_and_right_go_from_time_to_time_and_show_it(qtbot, timeline):
    choose(timeline, "Ada")
    timeline.wanted.clear()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(timeline, key)
    assert timeline.wanted == [8, 15, 15, 8]


def test_up_and_down_go_from_row_to_row_past_the_heading(qtbot, timeline):
    choose(timeline, "Ada")
    names = []
    for _ in range(4):
        qtbot.keyClick(timeline, Qt.Key.Key_Down)
        names.append(timeline.chosen[0].name if timeline.chosen else None)
    assert [name for name in names if name][:2] == ["Bob", "Stranger 1"]
    assert names[-1] == "Stranger 2"
    assert timeline.wanted[-1] == 9


def test_enter_shows_the_time_that_is_chosen_again(qtbot, timeline):
    choose(timeline, "Bob")
    timeline.wanted.clear()
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert timeline.wanted == [5]


def place(timeline, row, time_s):
    rect = timeline.visualRect(timeline.rows.index(row, WHEN))
    return QPoint(round(timeline.header().axis.place(time_s)), rect.center().y())


def test_a_click_shows_that_moment_and_chooses_who_is_clicked(qtbot, timeline):
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place(timeline, 0, 14.5))
    assert timeline.wanted[-1] == pytest.approx(14.5, abs=0.05)
    row, sighting = timeline.chosen
    assert (row.name, sighting.sighting.start_s) == ("Ada", 15)


def test_dragging_scrubs(qtbot, timeline):
    view = timeline.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place(timeline, 0, 2.0))
    for time_s in (4.0, 6.0):
        drag(view, place(timeline, 0, time_s))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place(timeline, 0, 6.0))
    assert timeline.wanted[0] == pytest.approx(2.0, abs=0.05)
    assert timeline.wanted[-1] == pytest.approx(6.0, abs=0.05)


def drag(view, point):
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(view.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def test_a_click_on_the_axis_shows_that_moment(qtbot, timeline):
    header = timeline.header()
    point = QPoint(round(header.axis.place(7.0)), 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert timeline.wanted == [pytest.approx(7.0, abs=0.05)]


def test_a_click_on_a_name_shows_the_first_time(qtbot, timeline):
    point = timeline.visualRect(timeline.rows.index(1, WHO)).center()
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert timeline.wanted == [5]
    assert timeline.chosen[0].name == "Bob"


def test_what_is_chosen_stays_so_while_rows_are_added_before_it(timeline):
    choose(timeline, "Stranger 1")
    more = (*SIGHTINGS, seen("Cyd", 17, 18, 9), seen(None, 18, 19, 10))
    timeline.show_rows(timeline_rows(more), 20.0, 20.0)
    assert timeline.chosen[0].name == "Stranger 1"
    assert timeline.rows.rowCount() == 7


def test_cleared_it_forgets_what_was_chosen(timeline):
    choose(timeline, "Ada")
    timeline.clear()
    assert timeline.chosen is None
    timeline.show_rows(timeline_rows(SIGHTINGS), 20.0, 20.0)
    assert timeline.chosen is None


def test_columns_have_room_for_their_names_in_any_language(timeline, monkeypatch):
    length, times = timeline.header().sectionSize(LENGTH), timeline.header().sectionSize(TIMES)

    def named_at_length(section, _orientation, role=Qt.ItemDataRole.DisplayRole):
        return "How often or how long" if role == Qt.ItemDataRole.DisplayRole else None

    monkeypatch.setattr(timeline.rows, "headerData", named_at_length)
    timeline.header().share_room(900)
    assert timeline.header().sectionSize(LENGTH) > length
    assert timeline.header().sectionSize(TIMES) > times


def test_rows_that_are_added_at_the_end_leave_the_others_as_they_are(qtbot, timeline):
    with qtbot.waitSignal(timeline.rows.rowsInserted):
        timeline.show_rows(timeline_rows((*SIGHTINGS, seen(None, 18, 19, 10))), 20.0, 20.0)


def test_only_rows_that_changed_are_told(timeline):
    changed = []
    timeline.rows.dataChanged.connect(lambda first, last: changed.append(first.row()))
    timeline.show_rows(timeline_rows(SIGHTINGS), 20.0, 20.0)
    assert changed == []
    timeline.show_rows(timeline_rows((*SIGHTINGS, seen("Bob", 18, 19, 10))), 20.0, 20.0)
    assert changed == [1]


def test_the_shortest_sighting_can_still_be_seen(timeline):
    axis = timeline.header().axis
    assert bar_of(seen(None, 3, 3), axis, 20.0).width() >= 4


def test_it_is_painted_with_the_line_of_the_moment(timeline):
    colours = timeline.palette()
    colours.setColor(QPalette.ColorRole.BrightText, QColor("red"))
    timeline.setPalette(colours)
    timeline.show_moment(10.0)
    image = timeline.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    x, y = timeline.header().axis.place(10.0), timeline.viewport().height() - 5
    colours = [image.pixelColor(round((x + i) * ratio), round(y * ratio)) for i in range(-9, 10)]
    assert QColor("red") in colours[8:11]
    assert QColor("red") not in (colours[0], colours[-1])


def test_long_names_are_cut_but_told_in_full(timeline):
    name = "Maximiliane " * 8
    timeline.show_rows(timeline_rows((seen(name, 1, 2),)), 20.0, 20.0)
    assert name.strip() in text(timeline, 0, WHO, Qt.ItemDataRole.ToolTipRole)
    assert timeline.header().length() <= timeline.viewport().width() + 1
