import pytest
from live_stage import face, frame, known, shot, unknown, unsure, view
from PySide6.QtCore import Qt

from facedesk.ui.widgets.in_view_list import InViewList


@pytest.fixture
def in_view(qtbot):
    widget = InViewList()
    qtbot.addWidget(widget)
    widget.resize(300, 400)
    widget.show()
    return widget


def test_nobody_is_said_in_words(in_view):
    in_view.show_view(view())
    assert in_view.heading.text() == "In view"
    assert in_view.nobody.isVisible()


def test_each_face_has_a_row_with_its_decision_in_words(in_view):
    in_view.show_view(view(known(1, "Ada"), unsure(2, "Grace"), unknown(3), face(4)))
    rows = [in_view.row(track_id) for track_id in (1, 2, 3, 4)]
    assert [row.title.text() for row in rows] == ["Ada", "Grace?", "Unknown", "Someone"]
    words = ["Known", "Unsure", "No match", "Looking…"]
    assert [row.words.text() for row in rows] == words
    assert rows[0].accessibleName() == "Ada, Known"
    assert in_view.heading.text() == "In view (4)"
    assert not in_view.nobody.isVisible()


def test_only_an_unknown_face_can_be_enrolled(in_view, qtbot):
    in_view.show_view(view(known(1), unsure(2), unknown(3), face(4)))
    assert [in_view.row(i).enrol.isHidden() for i in (1, 2, 3, 4)] == [True, True, False, True]
    with qtbot.waitSignal(in_view.enrol_wanted) as wanted:
        qtbot.keyClick(in_view.row(3).enrol, Qt.Key.Key_Space)
    assert wanted.args == [3]


def test_only_a_name_can_be_wrong(in_view, qtbot):
    in_view.show_view(view(known(1, "Ada"), unsure(2, "Grace"), unknown(3), face(4)))
    rows = [in_view.row(track_id) for track_id in (1, 2, 3, 4)]
    assert [row.correct.isHidden() for row in rows] == [False, False, True, True]
    assert [row.correct.accessibleName() for row in rows[:2]] == ["Not Ada", "Not Grace"]
    with qtbot.waitSignal(in_view.correction_wanted) as wanted:
        qtbot.keyClick(rows[1].correct, Qt.Key.Key_Space)
    assert wanted.args == [2]


def test_the_button_names_whoever_the_face_is_taken_for_now(in_view):
    in_view.show_view(view(known(1, "Ada")))
    in_view.show_view(view(unsure(1, "Grace")))
    assert in_view.row(1).correct.text() == "Not Grace"


def test_a_long_name_leaves_room_beside_its_button(in_view, qtbot):
    in_view.show_view(view(known(1, "R&D Maximiliane " * 6)))
    row = in_view.row(1)
    qtbot.waitUntil(lambda: 0 < row.width() <= 300)
    assert row.words.width() > row.words.fontMetrics().horizontalAdvance("Known")
    assert row.correct.text().startswith("Not R&&D")


def test_a_row_stays_while_its_face_does(in_view):
    in_view.show_view(view(unknown(1), unknown(2)))
    row = in_view.row(2)
    in_view.show_view(view(known(2, "Ada")))
    assert in_view.row(2) is row
    assert row.title.text() == "Ada"
    assert row.enrol.isHidden()
    assert in_view.row(1) is None


def test_another_scene_begins_with_new_rows(in_view):
    in_view.show_view(view(unknown(1), of=frame(scene=0)))
    row = in_view.row(1)
    in_view.show_view(view(unknown(1), of=frame(scene=1)))
    assert in_view.row(1) is not row


def test_without_a_view_there_are_no_rows(in_view):
    in_view.show_view(view(unknown(1)))
    in_view.show_view(None)
    assert in_view.row(1) is None
    assert in_view.nobody.isVisible()


def test_a_row_can_be_reached_with_the_keyboard_and_points_its_face_out(in_view, qtbot):
    in_view.show_view(view(unknown(5)))
    in_view.activateWindow()
    pointed = []
    in_view.pointed.connect(lambda *all_: pointed.append(all_))
    assert in_view.row(5).focusPolicy() & Qt.FocusPolicy.TabFocus
    plain = in_view.row(5).grab().toImage()
    in_view.row(5).setFocus()
    qtbot.waitUntil(lambda: pointed == [(5, True)])
    assert in_view.row(5).grab().toImage() != plain
    in_view.row(5).clearFocus()
    assert pointed == [(5, True), (5, False)]


def test_the_picture_of_a_face_changes_only_with_its_best_shot(in_view):
    first, better = shot(), shot()
    in_view.show_view(view(unknown(1, shot=first)))
    key = in_view.row(1).picture.image.cacheKey()
    in_view.show_view(view(unknown(1, shot=first)))
    assert in_view.row(1).picture.image.cacheKey() == key
    in_view.show_view(view(unknown(1, shot=better)))
    assert in_view.row(1).picture.image.cacheKey() != key


def test_a_long_name_is_elided_but_told_in_whole(in_view, qtbot):
    name = "Maximiliane " * 6
    in_view.show_view(view(known(1, name)))
    qtbot.waitUntil(lambda: 0 < in_view.row(1).width() <= 300)
    assert name.strip() in in_view.row(1).title.toolTip()


def test_a_name_is_never_taken_for_markup(in_view):
    in_view.show_view(view(known(1, "<b>Ada</b>")))
    assert "&lt;b&gt;" in in_view.row(1).title.toolTip()
