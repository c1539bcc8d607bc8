import pytest

from facedesk.ui.time_left import TimeLeft, time_left_words


@pytest.fixture
def clock():
    """A clock that is set by hand."""

    class Clock:
        now = 100.0

        def __call__(self):
            return self.now

    return Clock()


def test_the_pace_so_far_tells_what_is_left(clock):
    left = TimeLeft(clock)
    left.seconds(0, 100)
    clock.now += 10
    assert left.seconds(20, 100) == pytest.approx(40)


def test_nobody_guesses_in_the_first_seconds_nor_before_anything_is_done(clock):
    left = TimeLeft(clock)
    assert left.seconds(0, 100) is None
    clock.now += 1
    assert left.seconds(50, 100) is None
    clock.now += 60
    assert TimeLeft(clock).seconds(0, 100) is None


def test_what_was_done_in_no_time_is_forgotten(clock):
    left = TimeLeft(clock)
    for done in range(1000):  # kept from the last time
        left.seconds(done, 2000)
    for done in range(1000, 1200):
        clock.now += 1
        guess = left.seconds(done, 2000)
    assert guess == pytest.approx(801, rel=0.01)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (5, "less than a minute left"),
        (61, "about 1 min left"),
        (600, "about 10 min left"),
        (3660, "about 1 h 1 min left"),
        (7199, "about 2 h 0 min left"),
    ],
)
def test_a_time_is_said_as_people_say_it(seconds, words):
    assert time_left_words(seconds) == words
