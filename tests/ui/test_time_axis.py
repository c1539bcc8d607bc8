import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.ui.widgets.time_axis import TimeAxis


@given(st.floats(0.05, 1e5), st.floats(50, 3000), st.floats(0, 1))
def test_there_and_back_is_the_same_time(duration_s, width, share):
    axis = TimeAxis(40.0, width, duration_s)
    time_s = share * duration_s
    assert axis.time_at(axis.place(time_s)) == pytest.approx(time_s, abs=1e-6 * duration_s)


def test_beyond_the_ends_is_the_end():
    axis = TimeAxis(100.0, 200.0, 10.0)
    assert axis.time_at(0.0) == 0.0
    assert axis.time_at(99.0) == 0.0
    assert axis.time_at(500.0) == 10.0


@given(st.floats(0.1, 40 * 3600), st.floats(100, 3000))
def test_what_is_written_has_its_room(duration_s, width):
    axis = TimeAxis(0.0, width, duration_s)
    ticks = axis.ticks(64.0)
    places = [axis.place(time_s) for time_s, _ in ticks]
    assert ticks[0][0] == 0
    assert all(later - earlier >= 63.9 for earlier, later in itertools.pairwise(places))
    assert places[-1] <= width * 1.001


@pytest.mark.parametrize(
    ("duration_s", "texts"),
    [
        (0.5, ["0:00.0", "0:00.1", "0:00.2", "0:00.3", "0:00.4", "0:00.5"]),
        (20, ["0:00", "0:05", "0:10", "0:15", "0:20"]),
        (3 * 3600, ["0:00", "30:00", "1:00:00", "1:30:00", "2:00:00", "2:30:00", "3:00:00"]),
    ],
)
def test_ticks_are_at_round_times(duration_s, texts):
    assert [text for _, text in TimeAxis(0.0, 500.0, duration_s).ticks(64.0)] == texts
