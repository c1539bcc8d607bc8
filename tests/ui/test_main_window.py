from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from facedesk import errors, settings
from facedesk.ui.main_window import MainWindow
from facedesk.ui.messages import Level
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.pages.people_page import PeoplePage


@pytest.fixture
def open_window(qtbot, context):
    """A function that opens the window."""

    def open_():
        window = MainWindow(context)
        qtbot.addWidget(window)
        window.show()
        return window

    return open_


@pytest.fixture
def window(open_window):
    return open_window()


def titles(window):
    return [page.title for page in window.pages]


def test_it_begins_with_the_live_page_and_ends_with_the_settings(window):
    assert titles(window)[:2] == ["Live", "People"]
    assert titles(window)[-1] == "Settings"
    assert window.page.title == "Live"
    assert window.side_bar.button(0).isChecked()


def test_control_and_a_key_of_its_own_lead_to_each_page(qtbot, window):
    assert len({page.shortcut for page in window.pages}) == len(window.pages)
    for page in reversed(window.pages):
        control, key = page.shortcut.split("+")
        assert control == "Ctrl"
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.page is page


def test_the_side_bar_leads_to_a_page_which_is_told(qtbot, window, monkeypatch):
    told = []
    monkeypatch.setattr(window.pages[0], "hidden", lambda: told.append("Live hidden"))
    monkeypatch.setattr(window.pages[-1], "shown", lambda: told.append("Settings shown"))
    qtbot.mouseClick(window.side_bar.button(len(window.pages) - 1), Qt.MouseButton.LeftButton)
    assert told == ["Live hidden", "Settings shown"]


def test_no_control_has_the_focus_until_the_user_gives_it_one(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget() is window
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.side_bar.button(0)


def test_a_page_may_lead_on_to_another(window):
    window.show_page(1)
    window.page.page_wanted.emit("Live")
    assert window.page.title == "Live"


def test_enrolling_from_the_camera_begins_on_the_live_page(window, monkeypatch):
    begun = []
    monkeypatch.setattr(window.pages[0], "enrol", lambda: begun.append(window.page.title))
    window.show_page(1)
    window.page.enrolment_wanted.emit()
    assert begun == ["Live"]


@pytest.mark.parametrize("page", [LivePage, PeoplePage])
def test_whom_somebody_claims_to_be_is_taken_along_to_the_verify_page(qtbot, window, enrol, page):
    (ada,) = enrol("Ada")
    next(each for each in window.pages if isinstance(each, page)).verification_wanted.emit(ada.id)
    assert window.page.title == "Verify"
    qtbot.waitUntil(lambda: window.page.claimed.field.text() == "Ada")


def test_a_narrow_window_has_a_narrow_side_bar(window):
    window.resize(1024, 640)
    assert not window.side_bar.collapsed
    window.resize(880, 640)
    assert window.side_bar.collapsed
    window.resize(1024, 640)
    assert not window.side_bar.collapsed


def test_the_side_bar_can_be_folded(qtbot, window):
    window.resize(1024, 640)
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.side_bar.collapsed
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not window.side_bar.collapsed


def test_the_smallest_size_of_a_screen_is_enough_for_all_pages(window):
    hint = window.minimumSizeHint()
    assert hint.width() <= 1024
    assert hint.height() <= 640


def test_size_page_and_side_bar_are_remembered(qtbot, open_window, context):
    window = open_window()
    window.resize(777, 555)  # the screen of the tests has 800 × 800
    window.show_page(len(window.pages) - 1)
    window.side_bar.toggled.emit()
    window.close()
    again = open_window()
    assert (again.width(), again.height()) == (777, 555)
    assert again.page.title == "Settings"
    assert again.side_bar.collapsed
    assert settings.load(context.paths.settings).get("window.page") == "Settings"


@pytest.mark.parametrize("damaged", ["", "no base64 ✂", "AAAA"])
def test_a_damaged_memory_does_not_keep_it_from_opening(open_window, context, damaged):
    context.settings.set("window.geometry", damaged)
    context.settings.set("window.page", damaged)
    context.settings.set("window.sidebar", damaged)
    window = open_window()
    assert window.page.title == "Live"
    assert window.width() >= 760


def test_it_closes_even_if_nothing_can_be_remembered(window, context, monkeypatch):
    def full():
        raise errors.DiskFull

    monkeypatch.setattr(context.settings, "save", full)
    assert window.close()


def test_messages_stand_above_the_page_and_tasks_below(qtbot, window, context):
    context.messages.show(Level.ERROR, "The disk is full.")
    context.tasks.start("Waiting", lambda _, cancelled: wait_until(cancelled), lambda _: None)
    qtbot.waitUntil(window.task_bar.isVisible)
    top, middle, bottom = (
        widget.mapTo(window, widget.rect().topLeft()).y()
        for widget in (window.message_bar, window.stack, window.task_bar)
    )
    assert top < middle < bottom


def wait_until(cancelled):
    while not cancelled():
        pass


class TestDropping:
    @pytest.fixture
    def added(self, window, monkeypatch):
        people = next(page for page in window.pages if isinstance(page, PeoplePage))
        files = []
        monkeypatch.setattr(people, "add_files", files.extend)
        return files

    def drag(self, window, *urls):
        """Drop these on the window if it takes them; return whether it does."""
        data = QMimeData()
        data.setUrls([QUrl(url) for url in urls])
        accepted = []
        event = SimpleNamespace(
            mimeData=lambda: data, acceptProposedAction=lambda: accepted.append(True)
        )
        window.dragEnterEvent(event)
        if accepted:
            window.dropEvent(event)
        return bool(accepted)

    def test_photos_dropped_anywhere_are_added_on_the_people_page(self, window, added, tmp_path):
        assert self.drag(window, f"file://{tmp_path}/ada.jpg", f"file://{tmp_path}/grace.png")
        assert window.page.title == "People"
        assert [path.name for path in added] == ["ada.jpg", "grace.png"]

    def test_a_video_dropped_anywhere_is_watched_on_the_live_page(self, window, added, tmp_path):
        (tmp_path / "party.mp4").touch()
        assert self.drag(window, f"file://{tmp_path}/party.mp4")
        assert window.page.title == "Live"
        assert added == []

    def test_what_is_no_file_is_not_taken(self, window, added):
        assert not self.drag(window, "https://example.org/ada.jpg")
        assert added == []
