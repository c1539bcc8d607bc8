"""People who can't be told apart: found out of the window's thread, told quietly, dismissed."""

import dataclasses

import pytest
from PySide6.QtGui import QGuiApplication

from facedesk.matching.likeness import LookAlikes
from facedesk.ui.dialogs.look_alikes_dialog import LookAlikesDialog
from facedesk.ui.look_alike_watch import LookAlikeWatch
from facedesk.ui.pages.people_page import PeoplePage
from facedesk.ui.widgets.look_alike_notice import LookAlikeNotice


def pair(number: int, name: str = "Person") -> LookAlikes:
    return LookAlikes(number, f"{name} {number}", number + 100, f"{name} {number + 100}", 6.0)


class TestTheNotice:
    @pytest.fixture
    def notice(self, qtbot):
        made = LookAlikeNotice()
        qtbot.addWidget(made)
        return made

    def test_is_not_there_without_look_alikes(self, notice):
        notice.show_pairs([pair(1)])
        notice.show_pairs([])
        assert notice.isHidden()

    def test_names_two_who_look_alike_and_says_what_to_do(self, notice):
        notice.show_pairs([LookAlikes(1, "Alice", 2, "Bob", 6.0)])
        assert notice.text.text() == "Alice and Bob look too much alike to be told apart."
        assert notice.accessibleName() == notice.text.text()
        assert "stricter" in notice.advice.text()
        assert notice.show_list.isHidden()

    def test_of_many_it_names_three_and_counts_the_rest(self, notice):
        notice.show_pairs([pair(number) for number in range(1, 8)])
        assert notice.text.text().endswith("Person 3 and Person 103; 4 more.")
        assert not notice.show_list.isHidden()

    def test_shortens_names_that_leave_no_room(self, notice):
        notice.show_pairs([pair(1, "W" * 80)])
        assert len(notice.text.text()) < 120


def test_all_pairs_can_be_listed_and_copied(qtbot):
    dialog = LookAlikesDialog([pair(1), pair(2)])
    qtbot.addWidget(dialog)
    dialog.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["Person 1\tPerson 101\t6.0", "Person 2\tPerson 102\t6.0"]


class TestTheWatch:
    @pytest.fixture
    def ready(self, context, ready_session):
        return dataclasses.replace(context, session=ready_session)

    @pytest.fixture
    def watch(self, ready):
        return LookAlikeWatch(ready)

    @pytest.fixture
    def twins(self, context, astronaut_photo):
        return [context.gallery.enrol(name, astronaut_photo) for name in ("Ada", "Bea")]

    @pytest.fixture
    def look(self, qtbot, watch, context):
        """A function that looks, and returns the names that are told."""

        def look_():
            with qtbot.waitSignal(watch.found) as found:
                watch.look(context.gallery.revision())
            return [(pair.first_name, pair.second_name) for pair in found.args[0]]

        return look_

    def test_finds_who_can_t_be_told_apart(self, look, twins):
        assert look() == [("Ada", "Bea")]

    def test_looks_again_only_when_something_has_changed(
        self, look, watch, twins, context, ready_session
    ):
        look()
        watch.look(context.gallery.revision())
        assert context.tasks.running == ()
        ready_session.fpir = 0.001
        look()
        context.gallery.remove(twins[0].id)
        assert look() == []

    def test_waits_until_the_networks_are_loaded(self, watch, twins, context, ready_session):
        ready_session.models = None
        watch.look(context.gallery.revision())
        assert context.tasks.running == ()

    def test_tells_no_more_of_those_dismissed_also_after_a_new_start(
        self, qtbot, look, watch, twins, ready, astronaut_photo
    ):
        look()
        with qtbot.waitSignal(watch.found) as found:
            watch.dismiss()
        assert found.args[0] == ()
        again = LookAlikeWatch(ready)
        with qtbot.waitSignal(again.found) as found:
            again.look(ready.gallery.revision())
        assert found.args[0] == ()
        ready.gallery.enrol("Cleo", astronaut_photo)
        assert look() == [("Ada", "Cleo"), ("Bea", "Cleo")]

    def test_given_up_it_looks_again_the_next_time(self, look, watch, twins, context, qtbot):
        watch.look(context.gallery.revision())
        watch.stop()
        qtbot.waitUntil(lambda: context.tasks.running == ())
        assert look() == [("Ada", "Bea")]

    def test_on_the_page_it_is_told_and_closed(self, qtbot, ready, twins):
        page = PeoplePage(ready)
        qtbot.addWidget(page)
        page.show()
        page.shown()
        qtbot.waitUntil(page.notice.isVisible)
        assert page.notice.text.text().startswith("Ada and Bea look too much alike")
        page.notice.dismiss.click()
        assert not page.notice.isVisible()
        page.hidden()
