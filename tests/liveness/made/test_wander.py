import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from facedesk.liveness.made.wander import wander


@given(seed=st.integers(0, 1000), reach=st.floats(0, 30))
def test_it_never_goes_further_than_its_reach(seed, reach):
    there = wander(np.random.default_rng(seed), np.linspace(0, 60, 600), reach, 5, 0.5)
    assert np.abs(there).max() <= reach + 1e-9


def test_it_is_smooth():
    times = np.linspace(0, 20, 2001)
    there = wander(np.random.default_rng(2), times, 1.0, 5, 1.0)
    assert np.abs(np.diff(there)).max() < 2 * np.pi * 0.01  # as fast as its fastest swing, at most
