import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.evaluation.curves import Curve, accepted_at, det, roc, score_exceeded_by

scores = st.lists(st.integers(-5, 5), min_size=1, max_size=30).map(lambda s: np.array(s, float))


def most_accepted(rate, mates, strangers):
    """The best that any threshold gives that lets through no more strangers than allowed."""
    thresholds = [-np.inf, *strangers]
    allowed = [t for t in thresholds if sum(strangers > t) <= rate * len(strangers) + 1e-9]
    return max(sum(mates > t) / len(mates) for t in allowed)


@given(scores, scores, st.sampled_from([0.0, 0.001, 0.1, 0.29, 0.5, 1.0]))
def test_no_threshold_that_keeps_to_the_rate_accepts_more(mates, strangers, rate):
    assert accepted_at(rate, mates, strangers) == pytest.approx(
        most_accepted(rate, mates, strangers)
    )


@given(scores, scores)
def test_each_point_of_the_curve_is_the_best_at_its_rate(mates, strangers):
    curve = roc(mates, strangers)
    assert curve.x[0] == pytest.approx(1 / len(strangers))
    assert curve.x[-1] == pytest.approx(1)
    expected = [most_accepted(rate, mates, strangers) for rate in curve.x]
    np.testing.assert_allclose(curve.y, expected)
    assert np.all(np.diff(curve.y) >= 0)
    assert curve.y[-1] == 1


@given(scores, scores)
def test_who_is_not_accepted_is_rejected(mates, strangers):
    np.testing.assert_allclose(det(mates, strangers).y + roc(mates, strangers).y, 1)


def test_shares_are_counted_as_people_count():
    hundred = np.arange(100.0)
    found = [score_exceeded_by(rate, hundred) for rate in (0, 0.01, 0.29, 1)]
    assert found == [99, 98, 70, -np.inf]


def test_curves_are_read_only():
    curve = Curve(np.zeros(2), np.ones(2))
    with pytest.raises(ValueError, match="read-only"):
        curve.y[0] = 3
