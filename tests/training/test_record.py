import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.training.progress import HardTriplets, Stepped, Validated
from facedesk.training.record import Curve, Pairs, TrainingRecord


def counts(place, count=1):
    found = np.zeros(400, int)
    found[place] = count
    return found


def stepped(step, active, same, different):
    hardest = HardTriplets(
        np.full((1, 3), step), np.zeros((1, 2)), np.zeros((1, 3, 150, 150, 3), np.uint8)
    )
    return Stepped(step, 50, 0.1, 0.0, active, 1.0, 1e-4, same, different, hardest)


@settings(deadline=None)
@given(st.lists(st.floats(0, 10), max_size=200), st.integers(1, 9))
def test_a_curve_holds_means_of_neighbours_at_their_middle(values, first):
    curve = Curve(first, most=8)
    for value in values:
        curve.add(value)
    steps, means = curve.points
    each = 1
    while len(values) // each >= 8:
        each *= 2
    whole = len(values) // each * each
    expected = [values[start : start + each] for start in range(0, whole, each)]
    np.testing.assert_allclose(means, [np.mean(some) for some in expected], atol=1e-9)
    middles = [first + start + (each - 1) / 2 for start in range(0, whole, each)]
    np.testing.assert_allclose(steps, middles)


def test_before_the_first_step_there_is_nothing_to_see():
    record = TrainingRecord()
    record.take(Validated(0, 50, {"2": 0.5}, True, 1.0))
    assert record.seen() is None
    assert len(record.validations) == 1


def test_the_pairs_of_the_first_and_of_the_last_steps_are_added_up():
    record = TrainingRecord()
    for step in range(1, 31):
        record.take(stepped(step, step / 100, counts(20 - step // 2), counts(5 + step)))
    seen = record.seen()
    assert (seen.step, seen.steps) == (30, 50)
    assert seen.before.same.sum() == seen.now.different.sum() == 10
    assert seen.before.same[20 - 31 // 2] == 0
    assert seen.now.different[35] == 1
    assert seen.recent == pytest.approx(np.mean(range(21, 31)) / 100)
    assert seen.hardest.rows.tolist() == [[30, 30, 30]]
    assert not seen.goes_on
    assert len(seen.loss[0]) == len(seen.active[1]) == 30


def test_the_middle_distances_are_those_of_the_middle_pairs():
    pairs = Pairs(counts(2, 3) + counts(9, 4), counts(30, 2))
    assert pairs.medians == pytest.approx((0.095, 0.305))


def test_one_that_goes_on_knows_what_was_validated_before():
    before = (Validated(0, 50, {"2": 0.5}, True, 1.0),)
    record = TrainingRecord(before, step=7)
    record.take(stepped(8, 0.5, counts(2), counts(10)))
    record.take(Validated(8, 50, {"2": 0.6}, True, 1.0))
    seen = record.seen()
    assert [each.step for each in seen.validations] == [0, 8]
    assert seen.loss[0].tolist() == [8]
    assert seen.goes_on
