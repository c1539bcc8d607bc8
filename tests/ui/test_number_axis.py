import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.ui.widgets.number_axis import number_axis_for


def words(axis):
    return [text for _, text in axis.ticks]


def test_a_linear_axis_begins_at_nothing_with_round_ticks():
    axis = number_axis_for([np.array([3.0, 190.0])], log=False)
    assert axis.ends == (0.0, 190.0)
    assert words(axis) == ["0", "50", "100", "150"]


def test_ticks_may_be_fractions():
    assert words(number_axis_for([np.array([0.0, 0.5])], log=False)) == [
        "0", "0.1", "0.2", "0.3", "0.4", "0.5"
    ]  # fmt: skip


def test_a_logarithmic_axis_has_whole_decades():
    axis = number_axis_for([np.array([0.02, 3.0])], log=True)
    assert words(axis) == ["0.01", "0.1", "1", "10"]
    assert axis.ends == pytest.approx((-2, 1))


def test_what_is_nothing_lies_on_the_end_of_a_logarithmic_axis():
    axis = number_axis_for([np.array([0.0, 5.0])], log=True)
    assert axis.places(np.array([0.0])) == pytest.approx(axis.ends[0])


@given(st.lists(st.floats(0, 1e6), max_size=20), st.booleans())
def test_ticks_lie_on_the_axis_and_are_at_least_two(values, log):
    axis = number_axis_for([np.array(values)], log)
    first, last = axis.ends
    assert first < last
    assert all(first - 1e-6 <= place <= last + 1e-6 for place, _ in axis.ticks)
    assert len(axis.ticks) >= 2
    places = axis.places(np.array(values))
    assert np.all((first - 1e-9 <= places) & (places <= last + 1e-6))
