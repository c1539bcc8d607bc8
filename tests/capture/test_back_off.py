import time

import pytest

from facedesk.capture.back_off import BackOff
from facedesk.capture.reading import CaptureLimits

LIMITS = CaptureLimits(shortest_wait_s=0.5, longest_wait_s=5.0, look_s=1.0)


class Clock:
    """Time that passes only while somebody pauses."""

    def __init__(self, monkeypatch):
        self.now = 100.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)

    def pause(self, time_s):
        self.now += time_s
        return True

    def waited(self, back_off):
        """How long the next wait takes, in seconds."""
        begun = self.now
        assert back_off.wait(self.pause)
        return pytest.approx(self.now - begun)


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.mark.parametrize("connected", [True, False, None])
def test_each_wait_is_twice_as_long_up_to_a_limit(clock, connected):
    back_off = BackOff(LIMITS, lambda: connected)
    assert [clock.waited(back_off) for _ in range(6)] == [0.5, 1, 2, 4, 5, 5]


def test_a_source_that_has_sent_something_is_waited_for_as_shortly_as_at_first(clock):
    back_off = BackOff(LIMITS, lambda: None)
    for _ in range(4):
        clock.waited(back_off)
    back_off.begin_anew()
    assert clock.waited(back_off) == 0.5


def test_a_device_that_is_plugged_in_ends_the_wait_at_the_next_look(clock):
    back_off = BackOff(LIMITS, lambda: clock.now >= 108)
    for _ in range(4):
        clock.waited(back_off)
    assert clock.now == 107.5
    assert clock.waited(back_off) == 1
    assert clock.waited(back_off) == 0.5  # it may need a moment more, but not five seconds


def test_a_device_that_came_back_while_nobody_waited_is_tried_at_once(clock):
    connected = False
    back_off = BackOff(LIMITS, lambda: connected)
    clock.waited(back_off)
    connected = True
    assert clock.waited(back_off) == 0


def test_a_pause_that_is_broken_off_ends_the_wait(clock):
    back_off = BackOff(LIMITS, lambda: None)
    assert not back_off.wait(lambda _time_s: False)
    assert clock.now == 100
