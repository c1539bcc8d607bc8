"""The Activity page: who was seen when."""

import csv
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from record_stage import noon, note

from facedesk import errors
from facedesk.gallery.sightings.sighting import SightingFilter
from facedesk.ui.pages.activity_page import ActivityPage
from facedesk.ui.widgets.sightings_model import LENGTH, SPAN, WHERE


@pytest.fixture
def people(enrol):
    return enrol("Ada", "Bob & Söhne, " + "B" * 60)


@pytest.fixture
def sightings(context):
    return context.gallery.sightings


@pytest.fixture
def record(sightings, people):
    """Today: Ada at noon, a stranger an hour before; yesterday: Bob, and Ada."""
    ada, bob = people
    sightings.write(
        [
            note(ada, noon()),
            note(None, noon() - timedelta(hours=1)),
            note(bob, noon(1)),
            note(ada, noon(1) - timedelta(hours=2), minutes=90),
        ]
    )


@pytest.fixture
def open_page(qtbot, context):
    def open_():
        page = ActivityPage(context)
        qtbot.addWidget(page)
        page.resize(900, 640)
        page.show()
        page.shown()
        return page

    pages = []

    def remembered():
        pages.append(open_())
        return pages[-1]

    yield remembered
    for page in pages:
        page.hidden()


@pytest.fixture
def page(open_page, record, qtbot):
    page = open_page()
    qtbot.waitUntil(lambda: names(page) == ["Ada", "Stranger"])
    return page


def plain(text):
    """A text without the narrow spaces that times have."""
    return text.replace("\u202f", " ")


def names(page):
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def choose(page, row):
    page.list.setCurrentIndex(page.model.index(row))


class TestTheList:
    def test_it_shows_who_was_seen_today_the_newest_first(self, page):
        index = page.model.index(0)
        assert plain(index.data(SPAN)) == "12:00 PM – 12:05 PM"
        assert (index.data(LENGTH), index.data(WHERE)) == ("5 min", "Desk camera")

    def test_screen_readers_hear_all_of_it(self, page):
        heard = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert plain(heard) == "Ada, 12:00 PM – 12:05 PM, 5 min, Desk camera"

    def test_the_day_before_and_back(self, page, qtbot, people):
        page.tools.earlier.click()
        qtbot.waitUntil(lambda: names(page) == [people[1].name, "Ada"])
        assert page.tools.later.isEnabled()
        page.tools.later.click()
        qtbot.waitUntil(lambda: names(page) == ["Ada", "Stranger"])
        assert not page.tools.later.isEnabled()

    def test_any_day_may_be_chosen_but_none_to_come(self, page, qtbot):
        page.tools.day.setDate(page.tools.day.date().addDays(-1))
        qtbot.waitUntil(lambda: len(names(page)) == 2 and names(page)[1] == "Ada")
        page.tools.today.click()
        assert page.tools.day.day == date.today()
        page.tools.day.setDate(page.tools.day.date().addDays(1))
        assert page.tools.day.day == date.today()

    def test_all_days_and_then_days_are_named(self, page, qtbot):
        page.tools.all_days.click()
        qtbot.waitUntil(lambda: len(names(page)) == 4)
        assert str(noon(1).year) in page.model.index(3).data(SPAN)

    @pytest.mark.parametrize(("row", "found"), [(1, ["Ada"]), (2, ["Stranger"])])
    def test_people_or_strangers(self, page, qtbot, row, found):
        page.tools.who.setCurrentIndex(row)
        page.tools.who.activated.emit(row)
        qtbot.waitUntil(lambda: names(page) == found)

    def test_a_name_is_searched_for_as_soon_as_the_typing_pauses(self, page, qtbot):
        qtbot.keyClicks(page.tools.search, "ad")
        qtbot.waitUntil(lambda: names(page) == ["Ada"])
        qtbot.keyClick(page.tools.search, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: len(names(page)) == 2)

    def test_control_f_leads_to_the_search_and_down_to_what_it_found(self, page, qtbot):
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.tools.search.hasFocus()
        qtbot.keyClick(page.tools.search, Qt.Key.Key_Down)
        assert page.list.hasFocus()
        assert [s.person for s in page.list.chosen] == ["Ada"]
        qtbot.keyClick(page.list, Qt.Key.Key_Escape)
        assert page.list.chosen == ()

    def test_whoever_is_seen_now_appears_and_what_is_chosen_stays_so(
        self, page, qtbot, sightings, people
    ):
        choose(page, 1)
        now = note(people[0], noon() + timedelta(minutes=30), minutes=1)
        sightings.write([now])
        qtbot.waitUntil(lambda: names(page) == ["Ada", "Ada", "Stranger"])
        assert [s.person for s in page.list.chosen] == [None]

    def test_more_are_read_as_the_list_is_scrolled(self, open_page, qtbot, sightings):
        sightings.write([note(None, noon() + timedelta(seconds=i), 0, False) for i in range(450)])
        page = open_page()
        qtbot.waitUntil(lambda: page.model.rowCount() == 200)
        for count in (400, 450):
            page.list.scrollToBottom()
            qtbot.waitUntil(lambda count=count: page.model.rowCount() == count)
        assert not page.model.canFetchMore(page.list.rootIndex())
        begun = [page.model.sighting(row).started_at for row in range(450)]
        assert begun == sorted(begun, reverse=True)

    def test_a_hidden_page_reads_nothing(self, page, qtbot, sightings, monkeypatch):
        page.hidden()
        qtbot.waitUntil(lambda: not page._context.tasks.running)
        sightings.write([note()])
        qtbot.wait(1200)
        assert len(names(page)) == 2

    def test_trouble_is_told_once(self, page, qtbot, said, context, monkeypatch):
        def locked():
            raise errors.GalleryLocked

        monkeypatch.setattr(context.gallery, "revision", locked)
        qtbot.waitUntil(lambda: len(said) == 1)
        qtbot.wait(1200)
        assert len(said) == 1


class TestNothingToShow:
    def sentence(self, page, qtbot):
        qtbot.waitUntil(page.nothing.isVisible)
        return page.nothing.sentence.text()

    def test_on_a_day_without_sightings(self, open_page, qtbot):
        assert "On this day" in self.sentence(open_page(), qtbot)

    def test_when_a_search_finds_nothing(self, page, qtbot):
        page.tools.search.setText("zzz")
        assert "no such sighting" in self.sentence(page, qtbot)

    def test_when_no_record_is_kept(self, open_page, qtbot, context):
        context.settings.set("record.kept", False)
        page = open_page()
        assert "No record is kept" in self.sentence(page, qtbot)
        assert "No record is kept now" in page.note.words.text()


class TestWhatIsRecorded:
    def test_is_told_in_a_sentence(self, open_page, context):
        page = open_page()
        assert "people for 30 days, strangers for a day" in page.note.words.text()
        assert "Videos and pictures that you open are not recorded" in page.note.words.text()
        context.settings.set("record.strangers", False)
        page.shown()
        assert "strangers not at all" in page.note.words.text()

    def test_and_can_be_changed(self, open_page, qtbot):
        page = open_page()
        with qtbot.waitSignal(page.page_wanted) as wanted:
            page.note.change.click()
        assert wanted.args == ["Settings"]


class TestExport:
    @pytest.fixture
    def chosen_file(self, monkeypatch, tmp_path):
        path = tmp_path / "table.csv"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        return path

    def read(self, path):
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    def test_what_is_shown_is_saved_all_of_it(self, page, qtbot, chosen_file, said):
        page.tools.all_days.click()
        page.tools.search.setText("ada")
        qtbot.waitUntil(lambda: names(page) == ["Ada", "Ada"])
        page.export.click()
        qtbot.waitUntil(lambda: len(said) == 1)
        assert [row[0] for row in self.read(chosen_file)] == ["person", "Ada", "Ada"]

    def test_attendance_is_saved_as_it_is_shown(self, page, qtbot, chosen_file, said):
        page.views.button(1).click()
        qtbot.waitUntil(lambda: len(page.attendance.rows) == 3)
        page.export.click()
        qtbot.waitUntil(lambda: len(said) == 1)
        assert [row[1] for row in self.read(chosen_file)][:2] == ["person", "Ada"]

    def test_trouble_is_told(self, page, qtbot, chosen_file, said):
        chosen_file.mkdir()
        page.export.click()
        qtbot.waitUntil(lambda: len(said) == 1)
        assert "can't be written" in said[0].text

    def test_given_up_it_saves_nothing(self, page, monkeypatch, said):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        page.export.click()
        assert said == []


class TestAttendance:
    @pytest.fixture
    def view(self, page, qtbot):
        page.views.button(1).click()
        qtbot.waitUntil(lambda: len(page.attendance.rows) == 3)
        return page.attendance

    def texts(self, view, row):
        return [plain(view.model.index(row, column).data()) for column in range(5)]

    def test_first_and_last_seen_and_in_all(self, view, people):
        assert self.texts(view, 0)[1:] == ["Ada", "12:00 PM", "12:05 PM", "5 min"]
        assert self.texts(view, 1)[1:] == ["Ada", "10:00 AM", "11:30 AM", "1 h 30 min"]
        assert self.texts(view, 2)[1] == people[1].name

    def test_the_days_can_be_chosen(self, view, qtbot):
        view.first.setDate(view.last.date())
        qtbot.waitUntil(lambda: len(view.rows) == 1)

    def test_the_first_day_does_not_come_after_the_last(self, view, qtbot):
        view.last.setDate(view.first.date().addDays(-3))
        assert view.first.day == view.last.day
        qtbot.waitUntil(view.nobody.isVisible)


def test_everything_can_be_reached_with_the_keyboard(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    choose(page, 0)
    wanted = {
        page.views.button(0), page.export, page.tools.earlier, page.tools.day, page.tools.today,
        page.tools.all_days, page.tools.who, page.tools.search, page.list, page.note.change,
        *(button for button in page.bar.buttons if button.isVisible()),
    }  # fmt: skip
    reached = set()
    for _ in range(30):
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        reached.add(page.focusWidget())
    assert wanted <= reached
    assert all(widget.accessibleName() or widget.text() for widget in wanted)


def test_the_smallest_window_has_room_for_it(page):
    assert page.minimumSizeHint().width() <= 760 - 60
    assert page.minimumSizeHint().height() <= 520


def test_what_is_wanted_is_what_the_controls_say(page, people):
    assert page.tools.wanted == SightingFilter().on(date.today())
    page.tools.show_person(page.model.sighting(0))
    assert page.tools.wanted == SightingFilter(person_id=people[0].id)
    assert page.tools.who.currentText() == "Ada"
    page.tools.who.setCurrentIndex(0)
    page.tools.who.activated.emit(0)
    assert page.tools.who.count() == 3
    assert page.tools.wanted == SightingFilter()
