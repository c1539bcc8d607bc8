import threading
from datetime import datetime, timedelta, timezone

import pytest
from live_stage import frame, known, picture, shot, stage, unknown, unsure, view
from PySide6.QtWidgets import QMenu, QWidget
from record_stage import note

from facedesk import errors
from facedesk.gallery import enrolment
from facedesk.gallery.photo import Role
from facedesk.gallery.sightings.sighting import SightingFilter
from facedesk.gallery.store import open_gallery
from facedesk.ui.correcting import Correcting
from facedesk.ui.messages import Level


@pytest.fixture
def gallery(tmp_path):
    opened = open_gallery(tmp_path / "gallery" / "gallery.db")
    yield opened
    opened.close()


@pytest.fixture
def ada(gallery, make_photo):
    """The person whom the stage's faces are taken for, who has the id 7 there."""
    for number in range(6):
        gallery.enrol(f"Somebody {number}", make_photo(number))
    person = gallery.enrol("Ada", make_photo(6))
    assert person.id == 7
    return person


@pytest.fixture
def on_stage(tmp_path, gallery, qapp):
    made = stage(tmp_path / "home", gallery)
    yield made
    made.context.tasks.stop()


@pytest.fixture
def widget(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def correcting(on_stage, widget):
    return Correcting(on_stage.context, widget)


@pytest.fixture
def kept(monkeypatch, make_photo):
    """The shots that are kept, at once and without models."""
    shots = []

    def keep(shot, _models):
        shots.append(shot)
        return make_photo(100 + len(shots))

    monkeypatch.setattr(enrolment, "keep_shot", keep)
    return shots


def corrections(gallery, person):
    return [photo for photo in gallery.photos(person.id) if photo.role is Role.CORRECTION]


def said(on_stage):
    return [message.text for message in on_stage.said]


def correct(qtbot, correcting, on_stage, face, of=None):
    correcting.correct(face, view(face, of=of))
    qtbot.waitUntil(lambda: not on_stage.context.tasks.running)


@pytest.mark.parametrize("named", [known, unsure])
def test_a_wrong_name_is_corrected_with_the_best_shot(
    qtbot, correcting, on_stage, gallery, ada, kept, named
):
    best = shot()
    correct(qtbot, correcting, on_stage, named(shot=best))
    assert len(corrections(gallery, ada)) == 1
    assert kept[0] is best
    assert said(on_stage) == ["Noted: this is not Ada."]
    assert on_stage.said[0].level is Level.SUCCESS


def test_without_a_best_shot_the_picture_of_the_moment_does(
    qtbot, correcting, on_stage, gallery, ada, kept
):
    image, face = picture(grey=50), known()
    correct(qtbot, correcting, on_stage, face, of=frame(image))
    assert kept[0].image is image
    assert kept[0].detection is face.detection
    assert len(corrections(gallery, ada)) == 1


def test_a_face_without_a_name_needs_no_correction(correcting, on_stage, ada, kept):
    correcting.correct(unknown(), view(unknown()))
    assert not on_stage.context.tasks.running


def test_undo_takes_the_correction_back(qtbot, correcting, on_stage, gallery, ada, kept):
    correct(qtbot, correcting, on_stage, known())
    assert on_stage.said[0].action.label == "Undo"
    on_stage.said[0].action.do()
    qtbot.waitUntil(lambda: not corrections(gallery, ada))
    qtbot.waitUntil(lambda: said(on_stage)[1:] == ["Undone: this may be Ada."])


def test_what_was_undone_can_be_corrected_again(qtbot, correcting, on_stage, gallery, ada, kept):
    correct(qtbot, correcting, on_stage, known())
    on_stage.said[0].action.do()
    qtbot.waitUntil(lambda: len(on_stage.said) == 2)
    correct(qtbot, correcting, on_stage, known())
    assert len(corrections(gallery, ada)) == 1


def test_two_clicks_in_a_row_are_one_correction(
    qtbot, correcting, on_stage, gallery, ada, monkeypatch, make_photo
):
    may_end = threading.Event()

    def slow(_shot, _models):
        may_end.wait(5)
        return make_photo(100)

    monkeypatch.setattr(enrolment, "keep_shot", slow)
    for _ in range(2):
        correcting.correct(known(), view(known()))
    assert len(on_stage.context.tasks.running) == 1
    may_end.set()
    qtbot.waitUntil(lambda: len(on_stage.said) == 1)
    assert len(corrections(gallery, ada)) == 1


def test_a_click_while_the_name_is_still_there_says_again_what_was_noted(
    qtbot, correcting, on_stage, gallery, ada, kept
):
    correct(qtbot, correcting, on_stage, known())
    correcting.observe(view(known()))
    correct(qtbot, correcting, on_stage, known())
    assert on_stage.said[0] == on_stage.said[1]
    assert len(corrections(gallery, ada)) == 1


def test_a_mistake_that_comes_back_later_is_corrected_again(
    qtbot, correcting, on_stage, gallery, ada, kept
):
    correct(qtbot, correcting, on_stage, known())
    correcting.observe(view(unknown()))
    correct(qtbot, correcting, on_stage, known())
    assert len(corrections(gallery, ada)) == 2


def test_two_faces_are_two_mistakes(qtbot, correcting, on_stage, gallery, ada, kept):
    correct(qtbot, correcting, on_stage, known(1))
    correct(qtbot, correcting, on_stage, known(2))
    correct(qtbot, correcting, on_stage, known(1), of=frame(scene=1))
    assert len(corrections(gallery, ada)) == 3


def test_a_face_that_goes_while_it_is_corrected_is_corrected_all_the_same(
    qtbot, correcting, on_stage, gallery, ada, kept
):
    correcting.correct(known(), view(known()))
    correcting.observe(view())
    correcting.observe(None)
    qtbot.waitUntil(lambda: said(on_stage) == ["Noted: this is not Ada."])
    on_stage.said[0].action.do()
    qtbot.waitUntil(lambda: not corrections(gallery, ada))
    qtbot.waitUntil(lambda: len(on_stage.said) == 2)


def test_a_person_who_was_deleted_meanwhile_is_said(
    qtbot, correcting, on_stage, gallery, ada, kept
):
    gallery.remove(ada.id)
    correct(qtbot, correcting, on_stage, known())
    assert said(on_stage) == [errors.PersonGone.sentence]


def test_undo_after_the_person_was_deleted_harms_nobody(
    qtbot, correcting, on_stage, gallery, ada, kept
):
    correct(qtbot, correcting, on_stage, known())
    gallery.remove(ada.id)
    on_stage.said[0].action.do()
    qtbot.waitUntil(lambda: len(on_stage.said) == 2)
    assert on_stage.said[1].level is Level.INFO


def test_a_full_disk_is_said_and_the_click_can_be_repeated(
    qtbot, correcting, on_stage, gallery, ada, kept, monkeypatch
):
    def fail(*_all):
        raise errors.DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(type(gallery), "correct", fail)
        correct(qtbot, correcting, on_stage, known())
    assert said(on_stage) == [errors.DiskFull.sentence]
    correct(qtbot, correcting, on_stage, known())
    assert len(corrections(gallery, ada)) == 1


def test_an_undo_that_fails_is_said(qtbot, correcting, on_stage, gallery, ada, kept, monkeypatch):
    correct(qtbot, correcting, on_stage, known())

    def fail(*_all):
        raise errors.DiskFull

    monkeypatch.setattr(type(gallery), "remove_photo", fail)
    on_stage.said[0].action.do()
    qtbot.waitUntil(lambda: said(on_stage)[1:] == [errors.DiskFull.sentence])
    assert len(corrections(gallery, ada)) == 1


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_face_corrects_it_even_when_it_has_gone(
    qtbot, correcting, on_stage, widget, gallery, ada, kept
):
    widget.show()
    correcting.offer(known(), view(known()))
    correcting.observe(view())
    menu = widget.findChild(QMenu)
    item = menu.actions()[0]
    assert item.text() == "Not Ada"
    item.trigger()
    menu.close()
    qtbot.waitUntil(lambda: said(on_stage) == ["Noted: this is not Ada."])


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_face_leads_to_a_closer_look(qtbot, correcting, widget):
    widget.show()
    correcting.offer(unsure(), view(unsure()))
    menu = widget.findChild(QMenu)
    with qtbot.waitSignal(correcting.verify_wanted) as wanted:
        next(item for item in menu.actions() if item.text() == "Verify…").trigger()
    assert wanted.args == [7]
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_name_in_the_menu_is_short_and_no_key(correcting, widget):
    widget.show()
    correcting.offer(known(name="A&B " * 25), view(known()))
    menu = widget.findChild(QMenu)
    assert menu.actions()[0].text().startswith("Not A&&B A&&B")
    assert menu.sizeHint().width() < 420
    menu.close()


def test_the_record_is_corrected_too_and_again_when_that_is_undone(
    qtbot, correcting, on_stage, gallery, ada, kept
):
    begun = datetime.now(timezone.utc) - timedelta(minutes=1)
    gallery.sightings.write([note(ada, begun, minutes=1, thumbnail=False)])
    correct(qtbot, correcting, on_stage, known())
    assert [seen.person for seen in gallery.sightings.page(SightingFilter())] == [None]
    on_stage.said[0].action.do()
    qtbot.waitUntil(lambda: not on_stage.context.tasks.running)
    assert [seen.person for seen in gallery.sightings.page(SightingFilter())] == ["Ada"]
