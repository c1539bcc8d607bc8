import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.liveness.signals.window import (
    BLUE,
    CHANNELS,
    COLUMNS,
    GREEN,
    LENGTH,
    OPENING,
    PER_SECOND,
    RED,
    SCALE,
    SECONDS,
    YAW,
    grid_times,
    window,
)

USUAL = np.array([0.9, 5.0, -4.0, 1.0, 0.15, 0.5, 0.4, 150.0, 110.0, 90.0])


def steady(times):
    return np.repeat(USUAL[None], len(times), axis=0)


def test_it_ends_with_the_last_frame_and_lasts_ten_seconds():
    grid = grid_times(20.0)
    assert len(grid) == LENGTH == SECONDS * PER_SECOND
    assert grid[-1] == pytest.approx(20 - 0.5 / PER_SECOND)
    assert np.diff(grid) == pytest.approx(1 / PER_SECOND)


@pytest.mark.parametrize("rate", [5, 12.5, 15, 30])
def test_somebody_who_does_nothing_gives_nothing_at_any_rate(rate):
    times = np.arange(0, 12, 1 / rate)
    found = window(times, steady(times), times[-1])
    assert found.shape == (CHANNELS, LENGTH)
    assert np.abs(found[YAW:BLUE]).max() < 1e-6
    assert found[-1].all()


def test_a_turn_is_seen_against_where_the_head_mostly_is():
    times = np.arange(0, 10, 0.05)
    values = steady(times)
    values[times > 9, YAW] += 20
    found = window(times, values, 10.0)
    assert found[YAW, -1] == pytest.approx(1)
    assert found[YAW, 0] == pytest.approx(0, abs=1e-6)


def test_each_value_is_the_mean_of_the_line_through_the_frames():
    """Reckoned again with many small steps."""
    random = np.random.default_rng(1)
    times = np.sort(random.uniform(0, 10, 130))
    values = steady(times)
    values[:, OPENING] = random.uniform(0, 1, len(times))
    found = window(times, values, float(times[-1]))[OPENING]
    for at, value in zip(grid_times(float(times[-1])), found, strict=True):
        fine = np.linspace(at - 0.5 / PER_SECOND, at + 0.5 / PER_SECOND, 2001)
        if np.abs(times - at).min() <= 0.2:
            there = np.interp(fine, times, values[:, OPENING]).mean()
            assert value == pytest.approx(2 * there - 1, abs=0.002)


def test_where_no_frame_is_near_everything_is_zero():
    times = np.concatenate([np.arange(0, 4, 0.05), np.arange(6, 10, 0.05)])
    found = window(times, steady(times), 10.0)
    gap = (grid_times(10.0) > 4.3) & (grid_times(10.0) < 5.7)
    assert not found[:, gap].any()
    assert found[-1, ~gap].sum() > 100


def test_a_track_that_has_just_begun_fills_only_the_end():
    times = np.array([9.9, 9.95, 10.0])
    found = window(times, steady(times), 10.0)
    assert found[-1, -3:].all()
    assert not found[:, :-5].any()


def test_brighter_light_does_not_change_a_steady_colour():
    times = np.arange(0, 10, 0.05)
    beats = 1 + 0.005 * np.sin(2 * np.pi * 1.2 * times)
    found = []
    for light in (1.0, 0.4):
        values = steady(times)
        values[:, RED:] *= light * beats[:, None]
        found.append(window(times, values, 10.0))
    np.testing.assert_allclose(found[0], found[1], atol=1e-4)
    assert 0.3 < np.abs(found[0][GREEN]).max() < 0.8


@given(
    st.lists(st.floats(0, 30), min_size=1, max_size=40, unique=True),
    st.integers(0, 2**32 - 1),
)
def test_whatever_comes_gives_numbers_in_a_range(times, seed):
    times = np.sort(times)
    values = np.random.default_rng(seed).uniform(-1e3, 1e3, (len(times), COLUMNS))
    values[:, SCALE] = np.abs(values[:, SCALE])
    found = window(times, values, float(times[-1]))
    assert found.dtype == np.float32
    assert np.abs(found).max() <= 4
