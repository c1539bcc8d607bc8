import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.ui.widgets.chart_axis import axis_for, percent


def words(axis):
    return [text for _, text in axis.ticks]


def test_a_logarithmic_axis_has_a_tick_at_each_power_of_ten():
    axis = axis_for([np.array([0.001, 1.0])], log=True)
    assert words(axis) == ["0.1 %", "1 %", "10 %", "100 %"]
    assert axis.ends == pytest.approx((-3, 0))
    assert [place for place, _ in axis.ticks] == pytest.approx([-3, -2, -1, 0])


def test_it_begins_shortly_below_the_least_value_above_nothing():
    axis = axis_for([np.array([0.0, 0.0063, 1.0])], log=True)
    assert axis.low == pytest.approx(0.005)
    assert words(axis) == ["1 %", "10 %", "100 %"]


def test_it_ends_with_the_power_of_ten_above_all_values():
    axis = axis_for([np.array([0.0, 0.002, 0.008])], log=True)
    assert words(axis) == ["0.1 %", "1 %"]
    assert axis.ends == pytest.approx((-3, -2))


def test_what_lies_below_its_end_is_put_onto_it():
    axis = axis_for([np.array([0.01, 1.0])], log=True)
    assert axis.places(np.array([0.0, 0.1])) == pytest.approx([-2, -1])


def test_an_axis_of_high_shares_does_not_begin_at_nothing():
    assert words(axis_for([np.array([0.86, 0.99])], log=False)) == [
        "100 %", "95 %", "90 %", "85 %", "80 %"
    ]  # fmt: skip
    assert axis_for([np.array([0.86, 0.99])], log=False, from_zero=True).low == 0.0


@given(st.lists(st.floats(0, 1), min_size=1), st.booleans())
def test_ticks_lie_on_the_axis_and_every_value_has_a_place(values, log):
    axis = axis_for([np.array(values)], log)
    first, last = axis.ends
    for place, _ in (*axis.ticks, *axis.small_ticks):
        assert first - 1e-9 <= place <= last + 1e-9
    assert np.all(axis.places(np.array(values)) >= first - 1e-9)
    assert len(axis.ticks) >= 2


@pytest.mark.parametrize(
    ("share", "text"), [(1, "100 %"), (0.1, "10 %"), (0.001, "0.1 %"), (0.29, "29 %"), (0, "0 %")]
)
def test_a_percentage_has_no_more_digits_than_it_takes(share, text):
    assert percent(share) == text
