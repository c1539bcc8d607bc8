"""What can be done with sightings: enrol a stranger, correct a name, forget."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from record_stage import noon, note, thumbnail_of

from facedesk.gallery.photo import Role
from facedesk.gallery.sightings.sighting import SightingFilter
from facedesk.ui.dialogs.forget_dialog import ForgetDialog
from facedesk.ui.dialogs.name_photo_dialog import NamePhotoDialog
from facedesk.ui.pages.activity_page import ActivityPage


@pytest.fixture
def ready(context, ready_session):
    """The context of a program whose networks are loaded."""
    return dataclasses.replace(context, session=ready_session)


@pytest.fixture
def open_page(qtbot, ready):
    pages = []

    def open_():
        page = ActivityPage(ready)
        qtbot.addWidget(page)
        page.resize(900, 640)
        page.show()
        page.shown()
        pages.append(page)
        qtbot.waitUntil(lambda: page.model.rowCount() > 0)
        page.list.setCurrentIndex(page.model.index(0))
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.list.setFocus()
        return page

    yield open_
    for page in pages:
        page.hidden()


def seen(context):
    return context.gallery.sightings.page(SightingFilter())


def button_of(page, action):
    return page.bar.buttons[page.actions_of.all.index(action)]


def dialog_of(page, kind, qtbot):
    qtbot.waitUntil(lambda: bool(page.findChildren(kind)))
    return page.findChildren(kind)[0]


class TestEnrolling:
    def test_a_stranger_is_enrolled_from_the_picture_of_the_sighting(
        self, open_page, ready, qtbot, astronaut, models, said
    ):
        thumbnail = thumbnail_of(astronaut, models)
        ready.gallery.sightings.write([note(thumbnail=thumbnail)])
        page = open_page()
        button_of(page, page.actions_of.enrol).click()
        dialog = dialog_of(page, NamePhotoDialog, qtbot)
        dialog.name.setText("Eileen")
        dialog.action.click()
        qtbot.waitUntil(lambda: [s.person for s in seen(ready)] == ["Eileen"])
        qtbot.waitUntil(lambda: bool(said))
        assert said[0].text == "Eileen is enrolled."
        qtbot.waitUntil(lambda: page.model.index(0).data() == "Eileen")

    def test_a_picture_that_is_not_good_enough_is_refused_with_the_reason(
        self, open_page, ready, qtbot, said
    ):
        ready.gallery.sightings.write([note()])
        page = open_page()
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(said))
        assert said[0].text.startswith("No face was found")
        assert "no better picture" in said[0].detail

    def test_without_a_picture_nobody_can_be_enrolled(self, open_page, ready):
        ready.gallery.sightings.write([note(thumbnail=False)])
        page = open_page()
        assert not button_of(page, page.actions_of.enrol).isEnabled()

    def test_who_has_a_name_need_not_be_enrolled(self, open_page, ready, enrol):
        ready.gallery.sightings.write([note(*enrol("Ada"))])
        page = open_page()
        assert not button_of(page, page.actions_of.enrol).isVisible()


class TestCorrecting:
    def test_the_face_is_remembered_as_somebody_else_s_which_can_be_undone(
        self, open_page, ready, qtbot, enrol, astronaut, models, said
    ):
        (ada,) = enrol("Ada")
        ready.gallery.sightings.write([note(ada, thumbnail=thumbnail_of(astronaut, models))])
        page = open_page()
        correct = button_of(page, page.actions_of.correct)
        assert correct.text() == "Not Ada"
        correct.click()
        qtbot.waitUntil(lambda: bool(said))
        assert [s.person for s in seen(ready)] == [None]
        photos = ready.gallery.photos(ada.id)
        assert [photo.role for photo in photos] == [Role.PHOTO, Role.CORRECTION]
        said[0].action.do()
        qtbot.waitUntil(lambda: len(said) == 2)
        assert [s.person for s in seen(ready)] == ["Ada"]
        assert len(ready.gallery.photos(ada.id)) == 1

    def test_without_a_usable_picture_the_record_alone_is_corrected(
        self, open_page, ready, qtbot, enrol, said
    ):
        (ada,) = enrol("Ada")
        ready.gallery.sightings.write([note(ada, thumbnail=False), note(ada, noon(0))])
        page = open_page()
        for row in range(2):
            page.list.setCurrentIndex(page.model.index(row))
            button_of(page, page.actions_of.correct).click()
            qtbot.waitUntil(lambda row=row: len(said) == row + 1)
        assert [s.person for s in seen(ready)] == [None, None]
        assert len(ready.gallery.photos(ada.id)) == 1

    def test_an_ampersand_in_a_name_is_no_key(self, open_page, ready, enrol):
        ready.gallery.sightings.write([note(*enrol("A & B"))])
        page = open_page()
        assert button_of(page, page.actions_of.correct).text() == "Not A && B"
        assert button_of(page, page.actions_of.correct).accessibleName() == "Not A & B"


class TestForgetting:
    def test_it_is_asked_for_once_and_then_gone_without_a_trace(
        self, open_page, ready, qtbot, monkeypatch
    ):
        ready.gallery.sightings.write([note()])
        page = open_page()
        qtbot.keyClick(page.list, Qt.Key.Key_Delete)
        dialog = dialog_of(page, ForgetDialog, qtbot)
        assert dialog.windowTitle() == "Forget this sighting?"
        wiped = []
        monkeypatch.setattr(type(ready.gallery.database), "wipe", lambda _: wiped.append(True))
        dialog.action.click()
        qtbot.waitUntil(lambda: seen(ready) == [] and page.model.rowCount() == 0)
        qtbot.waitUntil(lambda: bool(wiped))
        assert not page.bar.isVisible()

    def test_several_go_together(self, open_page, ready, qtbot):
        ready.gallery.sightings.write([note(), note(), note(None, noon(1))])
        page = open_page()
        page.list.selectAll()
        assert page.bar.name.text() == "2 sightings"
        page.actions_of.forget.trigger()
        dialog = dialog_of(page, ForgetDialog, qtbot)
        assert dialog.windowTitle() == "Forget 2 sightings?"
        dialog.action.click()
        qtbot.waitUntil(lambda: len(seen(ready)) == 1)

    def test_given_up_it_stays(self, open_page, ready, qtbot):
        ready.gallery.sightings.write([note()])
        page = open_page()
        page.actions_of.forget.trigger()
        dialog_of(page, ForgetDialog, qtbot).reject()
        assert len(seen(ready)) == 1


def test_all_sightings_of_one_person_can_be_shown(open_page, ready, qtbot, enrol):
    ada, bob = enrol("Ada", "Bob")
    ready.gallery.sightings.write([note(ada), note(bob, noon(1)), note(ada, noon(2))])
    page = open_page()
    button_of(page, page.actions_of.only).click()
    qtbot.waitUntil(
        lambda: (
            [page.model.index(row).data() for row in range(page.model.rowCount())] == ["Ada", "Ada"]
        )
    )
