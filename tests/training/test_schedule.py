import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.training.schedule import learning_rate


@given(st.integers(1, 500), st.floats(0, 1))
def test_it_rises_to_the_highest_and_then_falls(steps, warm_up):
    rates = [learning_rate(step, steps, 0.5, warm_up) for step in range(steps)]
    top = rates.index(max(rates))
    assert rates[: top + 1] == sorted(rates[: top + 1])
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert max(rates) == pytest.approx(0.5)
    assert min(rates) > 0


def test_it_rises_in_a_line_and_falls_like_a_cosine():
    rates = [learning_rate(step, 100, 1.0, 0.1) for step in range(100)]
    assert rates[:10] == pytest.approx([0.1 * step for step in range(1, 11)])
    assert rates[10] == 1.0
    assert rates[55] == pytest.approx(0.5)
    assert rates[99] < 0.001
