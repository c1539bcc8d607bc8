import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.matching.thresholds import (
    Calibration,
    far_of,
    load_calibration,
    save_calibration,
    thresholds_for,
)

TABLE = Calibration("e", "made up", 100, 4950, "2026-01-01", (0.1, 0.01, 0.001), (1.0, 3.0, 4.0))


def test_a_measured_rate_has_its_measured_score():
    assert [TABLE.score_at(rate) for rate in TABLE.far] == pytest.approx([1.0, 3.0, 4.0])


def test_between_two_rates_the_score_goes_with_the_logarithm():
    assert TABLE.score_at(10**-1.5) == pytest.approx(2.0)


def test_beyond_the_last_rate_the_last_slope_goes_on():
    assert TABLE.score_at(1e-5) == pytest.approx(6.0)


def test_above_the_first_rate_too():
    assert TABLE.score_at(1.0) == pytest.approx(-1.0)


@given(st.floats(0.001, 0.1), st.integers(1, 100_000))
def test_the_rate_per_comparison_gives_the_rate_per_stranger(fpir, people):
    assert 1 - (1 - far_of(fpir, people)) ** people == pytest.approx(fpir, rel=1e-6)


@given(st.floats(0.001, 0.1), st.integers(1, 10_000))
def test_more_people_or_more_strictness_never_lower_a_threshold(fpir, people):
    here = thresholds_for(TABLE, people, fpir)
    assert here.unsure <= here.known
    assert thresholds_for(TABLE, people + 1, fpir).known >= here.known
    assert thresholds_for(TABLE, people, fpir / 2).known >= here.known


def test_an_empty_gallery_has_thresholds_too():
    assert thresholds_for(TABLE, 0) == thresholds_for(TABLE, 1)


def test_a_calibration_survives_its_file(monkeypatch):
    monkeypatch.setattr("facedesk.resources.read", lambda name: save_calibration(TABLE).encode())
    assert load_calibration("e") == TABLE


def test_the_shipped_calibration_says_what_it_was_measured_on():
    shipped = load_calibration("dlib-resnet29-v1")
    assert shipped.encoder_id == "dlib-resnet29-v1"
    assert "LFW" in shipped.data_set
    assert shipped.pairs == shipped.people * (shipped.people - 1) // 2
    assert list(shipped.far) == sorted(shipped.far, reverse=True)
    assert list(shipped.scores) == sorted(shipped.scores)
