import sys
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from facedesk.ui.dialogs.delete_dialog import DeleteDialog
from facedesk.ui.dialogs.person_dialog import PersonDialog
from facedesk.ui.dialogs.rename_dialog import RenameDialog
from facedesk.ui.pages.people_page import PeoplePage


@pytest.fixture
def page(qtbot, context):
    made = PeoplePage(context)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    yield made
    made.hidden()


@pytest.fixture
def show(qtbot, page, enrol):
    """A function that enrols these people and shows the page."""

    def show_(*names):
        people = enrol(*names)
        page.shown()
        qtbot.waitUntil(lambda: page.count.text() == str(len(names)))
        return people

    return show_


def names_on(page) -> list[str]:
    model = page.grid.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def open_dialog(page, kind):
    return next(child for child in page.findChildren(kind) if child.isVisible())


class TestWithNobody:
    @pytest.fixture(autouse=True)
    def empty(self, qtbot, page):
        page.shown()
        qtbot.waitUntil(page.nobody.isVisible)

    def test_it_says_so_and_what_to_do(self, page):
        assert page.nobody.heading.text() == "Nobody is enrolled yet"
        buttons = [button.text() for button in page.nobody.findChildren(QPushButton)]
        assert buttons == ["Enrol from camera", "Choose a photo…", "Import a folder…"]
        assert not page.search.isVisible()

    def test_enrolling_from_the_camera_is_asked_for(self, qtbot, page):
        with qtbot.waitSignal(page.enrolment_wanted):
            page.nobody.findChildren(QPushButton)[0].click()


class TestWithPeople:
    def test_they_are_listed_by_name(self, page, show):
        show("Grace Hopper", "ada Lovelace", "Emmy Noether")
        assert names_on(page) == ["ada Lovelace", "Emmy Noether", "Grace Hopper"]
        assert page.count.text() == "3"
        assert page.stack.currentWidget() is page.grid

    def test_faces_are_painted(self, qtbot, page, show):
        show("Ada")
        index = page.grid.model().index(0)
        qtbot.waitUntil(lambda: index.data(Qt.ItemDataRole.DecorationRole) is not None)
        assert not page.grid.grab().toImage().isNull()

    def test_an_avatar_takes_the_place_of_the_photo(self, qtbot, page, show, context, make_photo):
        (ada,) = show("Ada")

        def colour():
            face = page.grid.model().index(0).data(Qt.ItemDataRole.DecorationRole)
            return face and face.toImage().pixelColor(60, 60).name()

        qtbot.waitUntil(lambda: colour() is not None)
        before = colour()
        context.gallery.set_avatar(ada.id, make_photo(7))
        page._watch.look()
        qtbot.waitUntil(lambda: colour() != before)

    def test_the_search_narrows_them_down(self, qtbot, page, show):
        show("Ada Lovelace", "Grace Hopper")
        qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.search.hasFocus()
        qtbot.keyClicks(page.search, "hop")
        assert names_on(page) == ["Grace Hopper"]
        qtbot.keyClicks(page.search, "xyz")
        assert page.no_hits.isVisible()
        qtbot.keyClick(page.search, Qt.Key.Key_Escape)
        assert len(names_on(page)) == 2

    def test_down_leads_from_the_search_to_what_it_found(self, qtbot, page, show):
        show("Ada", "Grace")
        qtbot.keyClicks(page.search, "gr")
        qtbot.keyClick(page.search, Qt.Key.Key_Down)
        assert page.grid.hasFocus()
        assert page.grid.person.name == "Grace"

    def test_what_others_change_is_there_when_the_page_comes_back(self, qtbot, page, show, context):
        (ada,) = show("Ada")
        context.gallery.rename(ada.id, "Ada Lovelace")
        page.hidden()
        page.shown()
        qtbot.waitUntil(lambda: names_on(page) == ["Ada Lovelace"])

    def test_what_others_change_is_seen_while_the_page_is_shown(self, qtbot, page, show, context):
        ada, grace = show("Ada", "Grace")
        page.grid.choose(grace.id)
        context.gallery.remove(ada.id)
        qtbot.waitUntil(lambda: names_on(page) == ["Grace"])
        assert page.grid.person.name == "Grace"

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files that are open")
    def test_a_gallery_that_went_away_is_told_of_once(self, qtbot, page, show, context, said):
        show("Ada")
        context.paths.database.rename(context.paths.database.with_name("elsewhere"))
        qtbot.waitUntil(lambda: bool(said))
        qtbot.wait(1500)
        assert ["was moved or deleted" in message.text for message in said] == [True]
        context.paths.database.with_name("elsewhere").rename(context.paths.database)


class TestTheChosenPerson:
    def test_has_a_bar_with_what_can_be_done(self, page, show):
        ada, _ = show("Ada", "Grace")
        assert not page.bar.isVisible()
        page.grid.choose(ada.id)
        assert page.bar.isVisible()
        assert page.bar.name.text() == "Ada"
        assert page.bar.photos.text() == "1 photo"
        texts = [button.text() for button in page.bar.buttons]
        assert texts == [action.text() for action in page.person_actions.all]
        assert {"Photos…", "Rename…", "Replace photo…", "Delete…"} <= set(texts)

    def test_in_a_narrow_window_the_bar_keeps_to_icons_that_say_what_they_do(self, page, show):
        (ada,) = show("Ada")
        page.grid.choose(ada.id)
        page.resize(600, 500)
        QApplication.processEvents()
        assert {button.text() for button in page.bar.buttons} == {""}
        assert page.bar.buttons[1].accessibleName() == page.bar.buttons[1].toolTip() == "Rename…"
        page.resize(900, 500)
        QApplication.processEvents()
        assert page.bar.buttons[1].text() == "Rename…"

    def test_whether_somebody_is_them_can_be_verified(self, qtbot, page, show):
        _, grace = show("Ada", "Grace")
        page.grid.choose(grace.id)
        with qtbot.waitSignal(page.verification_wanted) as wanted:
            page.person_actions.verify.trigger()
        assert wanted.args == [grace.id]

    def test_how_many_photos_and_corrections_they_have_is_told(
        self, page, show, context, make_photo
    ):
        (ada,) = show("Ada")
        ada = context.gallery.add_look(ada.id, make_photo(7))
        page.bar.show_person(ada)
        assert page.bar.photos.text() == "2 photos"
        context.gallery.correct(ada.id, make_photo(8))
        page.bar.show_person(context.gallery.person("Ada"))
        assert page.bar.photos.text() == "2 photos, 1 correction"

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
    def test_enter_shows_their_photos(self, qtbot, page, show, key):
        (ada,) = show("Ada")
        page.grid.setFocus()
        page.grid.choose(ada.id)
        qtbot.keyClick(page.grid, key)
        dialog = open_dialog(page, PersonDialog)
        assert dialog.windowTitle() == "Photos of Ada"
        dialog.reject()

    def test_a_double_click_shows_their_photos(self, qtbot, page, show):
        (ada,) = show("Ada")
        page.grid.choose(ada.id)
        centre = page.grid.visualRect(page.grid.currentIndex()).center()
        qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        qtbot.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        open_dialog(page, PersonDialog).reject()

    def test_escape_lets_go_of_them(self, qtbot, page, show):
        (ada,) = show("Ada")
        page.grid.choose(ada.id)
        qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
        assert page.grid.person is None
        assert not page.bar.isVisible()
        assert not page.person_actions.delete.isEnabled()

    def test_arrows_go_from_one_to_the_next(self, qtbot, page, show):
        ada, grace = show("Ada", "Grace")
        page.grid.choose(ada.id)
        qtbot.keyClick(page.grid, Qt.Key.Key_Right)
        assert page.grid.person == grace

    def test_f2_renames(self, qtbot, page, show):
        ada, _ = show("Ada", "Grace")
        page.grid.setFocus()
        page.grid.choose(ada.id)
        qtbot.keyClick(page.grid, Qt.Key.Key_F2)
        dialog = open_dialog(page, RenameDialog)
        dialog.name.setText("Zoe")
        dialog.action.click()
        qtbot.waitUntil(lambda: names_on(page) == ["Grace", "Zoe"])
        assert page.grid.person.name == "Zoe"

    def test_delete_asks_and_deletes(self, qtbot, page, show, said):
        ada, _ = show("Ada", "Grace")
        page.grid.setFocus()
        page.grid.choose(ada.id)
        qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
        open_dialog(page, DeleteDialog).action.click()
        qtbot.waitUntil(lambda: names_on(page) == ["Grace"])
        assert page.grid.person is None
        assert not page.bar.isVisible()
        assert [message.text for message in said] == ["Ada is deleted."]

    def test_deleting_the_last_one_leaves_the_empty_page(self, qtbot, page, show):
        (ada,) = show("Ada")
        page.grid.choose(ada.id)
        page.person_actions.delete.trigger()
        open_dialog(page, DeleteDialog).action.click()
        qtbot.waitUntil(page.nobody.isVisible)

    @pytest.mark.qt_log_ignore("does not support", extend=True)
    def test_has_a_menu_with_the_same_actions(self, qtbot, page, show):
        (ada,) = show("Ada")
        page.grid.choose(ada.id)
        centre = page.grid.visualRect(page.grid.currentIndex()).center()
        page.grid.customContextMenuRequested.emit(centre)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert tuple(menu.actions()) == page.person_actions.all
        menu.close()

    def test_there_is_no_menu_beside_the_cards(self, page, show):
        show("Ada")
        page.grid.customContextMenuRequested.emit(QPoint(5, 500))
        assert QApplication.activePopupWidget() is None

    def test_stays_chosen_when_the_list_is_read_again(self, qtbot, page, show, context, make_photo):
        ada, _ = show("Ada", "Grace")
        page.grid.choose(ada.id)
        context.gallery.enrol("Aaron", make_photo(5))
        page.shown()
        qtbot.waitUntil(lambda: len(names_on(page)) == 3)
        assert page.grid.person == ada


class TestTheGrid:
    @pytest.mark.parametrize("width", [500, 617, 823, 1056])
    def test_the_cards_fill_the_row(self, qtbot, page, show, width):
        show(*(f"Person {number:02}" for number in range(12)))
        page.resize(width, 600)
        QApplication.processEvents()
        grid = page.grid
        rects = [grid.visualRect(grid.model().index(row)) for row in range(12)]
        in_first_row = [rect for rect in rects if rect.top() == rects[0].top()]
        columns = len(in_first_row)
        assert columns == (grid.width() - 13) // 176
        left_over = grid.width() - in_first_row[-1].right()
        assert left_over <= 12 + 4 + columns  # the scroll bar, and what is left of a division

    def test_a_hundred_thousand_do_not_hold_up_the_window(self, qtbot, page, context, make_photo):
        from datetime import datetime, timezone

        from facedesk.gallery.person import Person
        from facedesk.ui.ordered_people import in_order

        now = datetime.now(timezone.utc)
        crowd = in_order([Person(n, f"Person {n:06}", now, 1) for n in range(100_000)])
        start = time.perf_counter()
        page._show(crowd)
        page._choose_view()
        page.search.setText("999")
        assert page.grid.model().rowCount() == 280
        page.search.setText("")
        page.grid.grab()
        assert time.perf_counter() - start < 1.0
        page.grid.choose(99_999)
        QApplication.processEvents()
        assert page.grid.viewport().rect().contains(page.grid.visualRect(page.grid.currentIndex()))

    def test_a_screenful_is_shown_before_everyone_is_read(
        self, qtbot, page, context, enrol, monkeypatch
    ):
        enrol("Ada", "Grace")
        monkeypatch.setattr(page._watch, "start", lambda: None)
        page.shown()
        qtbot.waitUntil(lambda: names_on(page) == ["Ada", "Grace"])
        assert page.stack.currentWidget() is page.grid
        assert page.count.text() == ""  # nobody has counted them yet
