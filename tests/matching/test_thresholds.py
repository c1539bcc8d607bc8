from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.encoder.encoder import ENCODER_ID
from facedesk.matching.thresholds import (
    Calibration,
    calibration_file,
    far_of,
    load_calibration,
    save_calibration,
    thresholds_for,
)

TABLE = Calibration(
    encoder_id="e",
    data_set="made up",
    people=100,
    pairs=4950,
    mates=40,
    date="2026-01-01",
    far=(0.1, 0.01, 0.001),
    scores=(1.0, 3.0, 4.0),
    mate_scores=(0.0, 4.0, 5.0, 6.0, 10.0),
)


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


def test_the_users_own_calibration_goes_before_the_shipped_one(tmp_path):
    own = replace(TABLE, encoder_id=ENCODER_ID, data_set="my own")
    calibration_file(tmp_path, ENCODER_ID).write_text(save_calibration(own))
    assert load_calibration(ENCODER_ID, tmp_path) == own
    assert "LFW" in load_calibration(ENCODER_ID, tmp_path / "elsewhere").data_set


@pytest.mark.parametrize("damaged", ["", "{", "[]", "{}", '"text"', "null", "falling", "too few"])
def test_a_damaged_calibration_of_the_users_counts_as_none(tmp_path, damaged):
    if damaged == "falling":
        damaged = save_calibration(replace(TABLE, scores=(4.0, 3.0, 1.0)))
    if damaged == "too few":
        damaged = save_calibration(replace(TABLE, scores=(4.0,)))
    calibration_file(tmp_path, ENCODER_ID).write_text(damaged)
    assert "LFW" in load_calibration(ENCODER_ID, tmp_path).data_set


def test_the_share_of_missed_photos_is_that_of_mates_below_the_score():
    assert [TABLE.missed_at(score) for score in (-1, 0, 4, 5.5, 10, 11)] == pytest.approx(
        [0, 0, 0.25, 0.625, 1, 1]
    )


def test_without_mates_nobody_knows_how_many_are_missed():
    assert replace(TABLE, mate_scores=()).missed_at(4.0) is None


def test_the_shipped_calibration_says_what_it_was_measured_on():
    shipped = load_calibration(ENCODER_ID)
    assert shipped.encoder_id == ENCODER_ID
    assert "LFW" in shipped.data_set
    assert shipped.mates > 1000
    assert shipped.pairs == shipped.people * (shipped.people - 1) // 2
    assert list(shipped.far) == sorted(shipped.far, reverse=True)
    assert list(shipped.scores) == sorted(shipped.scores)
