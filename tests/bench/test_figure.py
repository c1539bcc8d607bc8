import pytest

from facedesk.bench.figure import single, spread_of, timed
from facedesk.bench.timing import Spread


def test_the_ratio_tells_how_many_times_as_fast_as_the_peer():
    figure = timed("encode", Spread(2.0, 1.0, 3.0), "dlib", Spread(8.0, 7.0, 9.0))
    assert (figure.median, figure.low, figure.high, figure.unit) == (2.0, 1.0, 3.0, "ms")
    assert (figure.peer, figure.ratio) == ("dlib", 4.0)


def test_without_the_peer_there_is_no_ratio():
    figure = timed("encode", Spread(2.0, 1.0, 3.0), "dlib", None)
    assert (figure.peer, figure.ratio) == (None, None)


def test_what_was_measured_once_has_no_spread():
    figure = single("people", 7, "people", "a remark")
    assert (figure.low, figure.median, figure.high) == (7, 7, 7)
    assert (figure.unit, figure.remark) == ("people", "a remark")


def test_the_spread_leaves_out_a_tenth_at_both_ends():
    figure = spread_of("age", list(range(101)), "ms")
    assert (figure.low, figure.median, figure.high) == pytest.approx((10, 50, 90))
