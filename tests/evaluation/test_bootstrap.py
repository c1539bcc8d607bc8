import numpy as np
import pytest

from facedesk.evaluation.bootstrap import interval_of, intervals, weights_of_people


def test_an_interval_is_that_of_the_theory_where_there_is_one():
    """For a share p of n people: p ± 1.96 √(p (1 − p) / n)."""
    hits = np.arange(400) < 80
    found = intervals(lambda draw, weights: {"hits": weights @ hits / 400}, 1, 400)
    half = 1.96 * np.sqrt(0.2 * 0.8 / 400)
    assert found["hits"] == pytest.approx((0.2 - half, 0.2 + half), abs=0.008)


def test_draws_are_drawn_again_as_well():
    low, high = intervals(lambda draw, weights: {"figure": float(draw)}, 16, 3)["figure"]
    half = 1.96 * np.std(np.arange(16)) / 4
    assert (low, high) == pytest.approx((7.5 - half, 7.5 + half), abs=0.35)


def test_people_stay_as_many_as_they_were():
    assert {weights.sum() for weights in weights_of_people(7)} == {7.0}


def test_a_second_run_gives_the_same():
    def figures(draw, weights):
        return {"first": weights[0] + draw}

    assert intervals(figures, 3, 5) == intervals(figures, 3, 5)


def test_what_is_not_known_is_left_out():
    assert interval_of(np.array([np.nan, 2.0, 2.0])) == (2.0, 2.0)
    assert all(np.isnan(interval_of(np.array([np.nan]))))
