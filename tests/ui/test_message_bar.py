import pytest
from PySide6.QtCore import Qt

from facedesk.ui.messages import Action, Level, Message, Messages
from facedesk.ui.widgets import message_bar
from facedesk.ui.widgets.message_bar import MessageBar, MessageRow


@pytest.fixture
def messages(qapp):
    return Messages()


@pytest.fixture
def bar(qtbot, messages):
    made = MessageBar(messages)
    qtbot.addWidget(made)
    return made


def test_there_is_no_bar_while_there_is_nothing_to_say(bar):
    assert not bar.isVisible()


def test_a_message_is_shown_until_it_is_dismissed(bar, messages):
    messages.show(Level.ERROR, "The disk is full.")
    assert bar.isVisible()
    assert bar.shown == (Message(Level.ERROR, "The disk is full."),)
    bar.findChild(MessageRow).dismissed.click()
    assert bar.shown == ()
    assert not bar.isVisible()


def test_the_newest_stands_first_and_three_are_enough(bar, messages):
    for number in range(5):
        messages.show(Level.ERROR, f"Problem {number}")
    assert [message.text for message in bar.shown] == ["Problem 4", "Problem 3", "Problem 2"]


def test_what_is_said_again_is_not_shown_twice(bar, messages):
    messages.show(Level.ERROR, "The disk is full.")
    messages.show(Level.WARNING, "The camera is slow.")
    messages.show(Level.ERROR, "The disk is full.")
    assert [message.text for message in bar.shown] == ["The disk is full.", "The camera is slow."]


@pytest.mark.parametrize(
    ("level", "stays"),
    [(Level.INFO, False), (Level.SUCCESS, False), (Level.WARNING, True), (Level.ERROR, True)],
)
def test_good_news_goes_by_itself_and_bad_news_stays(
    qtbot, bar, messages, monkeypatch, level, stays
):
    monkeypatch.setattr(message_bar, "_READING_MS", 20)
    messages.show(level, "Ada is enrolled.")
    qtbot.wait(80)
    assert bool(bar.shown) is stays


def test_a_screen_reader_hears_how_serious_it_is(bar, messages):
    messages.show(Level.ERROR, "The disk is full.", "photo.jpg")
    row = bar.findChild(MessageRow)
    assert row.accessibleName() == "Problem: The disk is full. photo.jpg"
    assert row.dismissed.accessibleName() == "Dismiss"


def test_markup_in_a_message_is_shown_as_it_is(bar, messages):
    messages.show(Level.INFO, "<b>Ada</b> is enrolled.")
    assert "<b>Ada</b>" in bar.findChild(MessageRow).accessibleName()


def test_what_a_message_offers_is_done_once_and_the_message_goes(bar, messages):
    done = []
    messages.show(Level.SUCCESS, "Noted.", action=Action("Undo", lambda: done.append(1)))
    row = bar.findChild(MessageRow)
    assert row.action.text() == "Undo"
    assert row.action.accessibleDescription() == "Noted."
    row.action.click()
    assert done == [1]
    assert bar.shown == ()


def test_a_message_that_offers_nothing_has_no_button(bar, messages):
    messages.show(Level.SUCCESS, "Ada is enrolled.")
    assert bar.findChild(MessageRow).action is None


def test_a_message_that_offers_something_leaves_time_to_decide(qtbot, bar, messages, monkeypatch):
    monkeypatch.setattr(message_bar, "_READING_MS", 20)
    messages.show(Level.SUCCESS, "Noted.", action=Action("Undo", lambda: None))
    qtbot.wait(80)
    assert bar.shown


def test_the_key_for_undo_belongs_to_the_newest_message(qtbot, bar, messages):
    done = []
    with qtbot.waitActive(bar):
        for number in (1, 2):
            action = Action("Undo", lambda number=number: done.append(number))
            messages.show(Level.SUCCESS, f"Noted {number}.", action=action)
        bar.activateWindow()
    for expected in ([2], [2, 1]):
        qtbot.keyClick(bar, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda expected=expected: done == expected)
