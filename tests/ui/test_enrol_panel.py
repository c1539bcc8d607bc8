import threading

import pytest
from live_stage import GOOD, POOR, StageSession, face, frame, shot, stage, view
from PySide6.QtCore import Qt

from facedesk import errors
from facedesk.gallery import enrolment
from facedesk.gallery.photo import MOST_LOOKS
from facedesk.gallery.store import open_gallery
from facedesk.live import resemblance
from facedesk.matching.decision import Match
from facedesk.ui.widgets.enrol_panel import EnrolPanel


@pytest.fixture
def gallery(tmp_path):
    opened = open_gallery(tmp_path / "gallery" / "gallery.db")
    yield opened
    opened.close()


@pytest.fixture
def on_stage(tmp_path, gallery, qapp):
    made = stage(tmp_path / "home", gallery)
    yield made
    made.context.tasks.stop()


@pytest.fixture
def panel(qtbot, on_stage):
    widget = EnrolPanel(on_stage.context)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def quick(monkeypatch, make_photo):
    """Prepare photos at once, without models."""
    monkeypatch.setattr(enrolment, "prepare_shot", lambda shot, models: make_photo())


def type_name(panel, qtbot, name):
    panel.naming.name.clear()
    qtbot.keyClicks(panel.naming.name, name)
    qtbot.keyClick(panel.naming.name, Qt.Key.Key_Return)


def test_it_begins_by_looking(panel):
    panel.begin()
    assert panel.steps.currentWidget() is panel.looking


def test_a_shot_leads_to_the_name(panel, qtbot):
    panel.begin()
    panel.looking.shot_taken.emit(shot())
    assert panel.steps.currentWidget() is panel.naming
    qtbot.waitUntil(panel.naming.name.hasFocus)


def test_a_face_that_was_clicked_needs_only_a_name(panel):
    panel.begin_with(shot())
    assert panel.steps.currentWidget() is panel.naming


def test_a_poor_shot_is_refused_with_its_reason_and_taken_anew(panel):
    panel.begin_with(shot(POOR))
    assert panel.steps.currentWidget() is panel.looking
    assert panel.looking.reason.text() == errors.FaceTooSmall.sentence


def test_retake_looks_again(panel):
    panel.begin_with(shot())
    panel.naming.retake.click()
    assert panel.steps.currentWidget() is panel.looking


def test_retake_keeps_the_name(panel):
    panel.begin_with(shot())
    panel.naming.name.setText("Ada")
    panel.naming.retake.click()
    panel.looking.shot_taken.emit(shot())
    assert panel.naming.name.text() == "Ada"


def test_enter_saves_and_closes(panel, qtbot, on_stage, gallery, quick):
    panel.begin_with(shot())
    with qtbot.waitSignal(panel.closed):
        type_name(panel, qtbot, "  Ada   Lovelace ")
    assert [person.name for person in gallery.people()] == ["Ada Lovelace"]
    assert [message.text for message in on_stage.said] == ["Ada Lovelace is enrolled."]


def test_no_name_is_said_in_place(panel, qtbot):
    panel.begin_with(shot())
    type_name(panel, qtbot, "  ")
    assert panel.naming.problem.text() == errors.NameEmpty.sentence
    assert panel.naming.name.accessibleDescription() == errors.NameEmpty.sentence
    qtbot.keyClicks(panel.naming.name, "A")
    assert panel.naming.problem.text() == ""


def test_a_name_that_is_taken_is_said_in_place(panel, qtbot, gallery, quick, make_photo, on_stage):
    gallery.enrol("Ada", make_photo())
    panel.begin_with(shot())
    type_name(panel, qtbot, "ADA")
    qtbot.waitUntil(lambda: "enrolled already" in panel.naming.problem.text())
    assert panel.naming.save.isEnabled()
    assert panel.naming.name.text() == "ADA"
    assert not on_stage.said
    with qtbot.waitSignal(panel.closed):
        type_name(panel, qtbot, "Ada King")


def test_a_full_disk_loses_neither_name_nor_picture(panel, qtbot, monkeypatch):
    def fail(shot, models):
        raise errors.DiskFull

    monkeypatch.setattr(enrolment, "prepare_shot", fail)
    panel.begin_with(shot())
    type_name(panel, qtbot, "Ada")
    qtbot.waitUntil(lambda: panel.naming.problem.text() == errors.DiskFull.sentence)
    assert panel.steps.currentWidget() is panel.naming
    assert panel.naming.name.text() == "Ada"


def test_a_picture_refused_at_last_is_taken_anew(panel, qtbot, monkeypatch):
    def fail(shot, models):
        raise errors.FaceBlurred

    monkeypatch.setattr(enrolment, "prepare_shot", fail)
    panel.begin_with(shot())
    type_name(panel, qtbot, "Ada")
    qtbot.waitUntil(lambda: panel.steps.currentWidget() is panel.looking)
    assert panel.looking.reason.text() == errors.FaceBlurred.sentence


def test_while_saving_nothing_can_go_wrong(panel, qtbot, monkeypatch, make_photo):
    may_end = threading.Event()

    def slow(shot, models):
        may_end.wait(5)
        return make_photo()

    monkeypatch.setattr(enrolment, "prepare_shot", slow)
    panel.begin_with(shot())
    type_name(panel, qtbot, "Ada")
    assert not panel.naming.save.isEnabled()
    panel.close_panel()
    panel.begin_with(shot(POOR))
    panel.begin()
    assert panel.steps.currentWidget() is panel.naming
    with qtbot.waitSignal(panel.closed):
        may_end.set()


def test_until_the_models_are_there_saving_waits(panel, qtbot, on_stage):
    on_stage.session.models = None
    panel.begin_with(shot())
    type_name(panel, qtbot, "Ada")
    assert "ready" in panel.naming.problem.text()


def test_escape_cancels_in_both_steps(panel, qtbot):
    panel.begin()
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    panel.begin_with(shot())
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel.naming.name, Qt.Key.Key_Escape)


def test_what_was_cancelled_is_forgotten(panel):
    panel.begin_with(shot())
    panel.naming.name.setText("Ada")
    panel.naming.cancel.click()
    panel.begin_with(shot())
    assert panel.naming.name.text() == ""


def test_views_count_only_while_looking(panel):
    panel.begin_with(shot())
    panel.observe(view(face(quality=GOOD), of=frame(number=1)))
    assert panel.steps.currentWidget() is panel.naming


def test_losing_the_camera_keeps_a_picture_that_was_taken(panel):
    panel.begin_with(shot())
    panel.wait("Desk camera stopped sending pictures. Trying again…")
    assert panel.steps.currentWidget() is panel.naming


def look_alike_of(monkeypatch, on_stage, found):
    """Let the gallery know everybody's face as that of one person, or as whatever is found."""
    on_stage.session.knowledge = object()
    asked = []

    def looks_like(photo, *_all):
        asked.append(photo)
        return found() if callable(found) else found

    monkeypatch.setattr(resemblance, "looks_like", looks_like)
    return asked


def test_a_face_that_looks_like_somebody_is_said_and_can_become_a_look(
    panel, qtbot, on_stage, gallery, quick, make_photo, monkeypatch
):
    ada = gallery.enrol("Ada", make_photo())
    look_alike_of(monkeypatch, on_stage, Match(ada.id, "Ada", 6.4, 0.1))
    panel.begin_with(shot())
    qtbot.waitUntil(panel.naming.likeness.isVisible)
    assert "Ada" in panel.naming.likeness.text.text()
    assert "6.4" in panel.naming.likeness.text.text()
    with qtbot.waitSignal(panel.closed):
        panel.naming.likeness.look.click()
    assert gallery.person("Ada").photos == 2
    assert [message.text for message in on_stage.said] == ["A look of Ada was added."]


def test_going_on_with_a_new_name_enrols_somebody_new(
    panel, qtbot, on_stage, gallery, quick, make_photo, monkeypatch
):
    ada = gallery.enrol("Ada", make_photo())
    look_alike_of(monkeypatch, on_stage, Match(ada.id, "Ada", 6.4, 0.1))
    panel.begin_with(shot())
    qtbot.waitUntil(panel.naming.likeness.isVisible)
    with qtbot.waitSignal(panel.closed):
        type_name(panel, qtbot, "Her twin")
    assert [(person.name, person.photos) for person in gallery.people()] == [
        ("Ada", 1), ("Her twin", 1),
    ]  # fmt: skip


def test_nothing_is_said_of_a_face_like_nobodys(panel, qtbot, on_stage, quick, monkeypatch):
    asked = look_alike_of(monkeypatch, on_stage, None)
    panel.begin_with(shot())
    qtbot.waitUntil(lambda: bool(asked) and not on_stage.context.tasks.running)
    assert panel.naming.likeness.isHidden()


def test_the_likeness_of_a_picture_is_not_said_of_the_next(
    panel, qtbot, on_stage, quick, monkeypatch
):
    may_end = threading.Event()
    answered = []

    def late_at_first():
        number = len(asked)
        if number == 1:
            may_end.wait(5)
        answered.append(number)
        return Match(7, "Ada", 6.4, 0.1) if number == 1 else None

    asked = look_alike_of(monkeypatch, on_stage, late_at_first)
    panel.begin_with(shot())
    qtbot.waitUntil(lambda: len(asked) == 1)
    panel.naming.retake.click()
    panel.looking.shot_taken.emit(shot())
    qtbot.waitUntil(lambda: answered == [2])
    may_end.set()
    qtbot.waitUntil(lambda: answered == [2, 1] and not on_stage.context.tasks.running)
    assert panel.naming.likeness.isHidden()


def test_a_person_with_enough_looks_is_said_and_the_picture_stays(
    panel, qtbot, on_stage, gallery, quick, make_photo, monkeypatch
):
    ada = gallery.enrol("Ada", make_photo())
    for number in range(MOST_LOOKS):
        gallery.add_look(ada.id, make_photo(number))
    look_alike_of(monkeypatch, on_stage, Match(ada.id, "Ada", 6.4, 0.1))
    panel.begin_with(shot())
    qtbot.waitUntil(panel.naming.likeness.isVisible)
    panel.naming.likeness.look.click()
    words = str(errors.TooManyLooks(most=MOST_LOOKS))
    qtbot.waitUntil(lambda: panel.naming.problem.text() == words)
    assert panel.steps.currentWidget() is panel.naming
    assert panel.naming.likeness.look.isEnabled()


def test_a_likeness_that_cannot_be_found_out_hinders_nobody(
    panel, qtbot, on_stage, gallery, quick, monkeypatch
):
    def fail():
        raise errors.GalleryLocked

    asked = look_alike_of(monkeypatch, on_stage, fail)
    panel.begin_with(shot())
    qtbot.waitUntil(lambda: bool(asked) and not on_stage.context.tasks.running)
    assert not on_stage.said
    with qtbot.waitSignal(panel.closed):
        type_name(panel, qtbot, "Ada")


def test_the_task_ends_quietly_when_the_window_is_closed(qtbot, tmp_path, gallery, monkeypatch):
    made = stage(tmp_path / "home", gallery, StageSession())
    may_end = threading.Event()

    def slow(shot, models):
        may_end.wait(5)
        raise errors.DiskFull

    monkeypatch.setattr(enrolment, "prepare_shot", slow)
    panel = EnrolPanel(made.context)
    qtbot.addWidget(panel)
    panel.begin_with(shot())
    panel.naming.name.setText("Ada")
    panel.naming.save.click()
    panel.close()
    may_end.set()
    made.context.tasks.stop()
    qtbot.wait(20)
    assert not made.said
