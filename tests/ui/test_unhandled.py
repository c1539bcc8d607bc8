import sys
import threading

import pytest

from facedesk.ui.messages import Messages
from facedesk.ui.unhandled import unhandled_errors_told


@pytest.fixture
def messages(qapp):
    return Messages()


@pytest.fixture
def told(messages):
    seen = []
    messages.posted.connect(seen.append)
    return seen


def fail():
    raise ZeroDivisionError("by hand")


def fail_in_the_open():
    try:
        fail()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())


def test_it_is_logged_with_its_traceback_and_told_in_one_sentence(messages, told, caplog):
    with unhandled_errors_told(messages):
        fail_in_the_open()
    assert [message.text for message in told] == ["Something went wrong. The log has the details."]
    assert "by hand" in caplog.text
    assert "in fail" in caplog.text
    caplog.clear()


def test_what_happens_again_and_again_is_told_once(messages, told, caplog):
    with unhandled_errors_told(messages):
        for _ in range(3):
            fail_in_the_open()
    assert len(told) == 1
    assert len(caplog.records) == 3
    caplog.clear()


def test_it_works_in_every_thread(qtbot, messages, told, caplog):
    with unhandled_errors_told(messages):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: len(told) == 1)
    caplog.clear()


def test_a_thread_may_end_itself(messages, told):
    with unhandled_errors_told(messages):
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()
    assert told == []


def test_afterwards_all_is_as_it_was(messages):
    before = sys.excepthook, threading.excepthook
    with unhandled_errors_told(messages):
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook) == before
