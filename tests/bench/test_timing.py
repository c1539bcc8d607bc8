import time

import pytest

from facedesk.bench.timing import time_in_turn


def test_a_slower_job_takes_longer():
    quick, slow = time_in_turn([lambda: None, lambda: time.sleep(0.005)], 5)
    assert quick.median < 5 <= slow.median


def test_the_median_lies_between_low_and_high():
    (spread,) = time_in_turn([lambda: time.sleep(0.001)], 9)
    assert spread.low <= spread.median <= spread.high


def test_jobs_take_turns_after_they_are_warm():
    calls = []
    time_in_turn([lambda: calls.append("a"), lambda: calls.append("b")], 4)
    assert calls == ["a", "a", "a", "b", "b", "b", *"abababab"]


@pytest.mark.parametrize("repeats", [0, 1])
def test_a_single_round_is_the_least(repeats):
    (spread,) = time_in_turn([lambda: None], repeats)
    assert spread.low == spread.median == spread.high


def test_no_jobs_take_no_time():
    assert time_in_turn([], 3) == []
