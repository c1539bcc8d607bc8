import threading
import time

from hypothesis import given
from hypothesis import strategies as st

from facedesk.capture.mailbox import Mailbox


def test_only_the_newest_value_is_there_to_take():
    mailbox = Mailbox()
    for value in ("old", "newer", "newest"):
        mailbox.put(value)
    assert mailbox.take(0) == "newest"
    assert mailbox.take(0) is None


@given(st.lists(st.sampled_from(["put", "take"])))
def test_every_value_is_taken_or_skipped_or_still_there(steps):
    mailbox, taken = Mailbox(), 0
    for step in steps:
        if step == "put":
            mailbox.put("value")
        else:
            taken += mailbox.take(0) is not None
    left = mailbox.take(0) is not None
    assert steps.count("put") == taken + mailbox.skipped + left


def test_taking_waits_for_a_value():
    mailbox = Mailbox()
    timer = threading.Timer(0.05, mailbox.put, ["value"])
    timer.start()
    assert mailbox.take(5) == "value"
    timer.join()


def test_taking_gives_up_in_time():
    start = time.monotonic()
    assert Mailbox().take(0.05) is None
    assert 0.04 < time.monotonic() - start < 2


def test_a_cleared_value_does_not_count_as_skipped():
    mailbox = Mailbox()
    mailbox.put("value")
    mailbox.clear()
    assert mailbox.take(0) is None
    assert mailbox.skipped == 0
