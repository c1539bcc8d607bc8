import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.matching.thresholds import (
    Calibration,
    calibration_file,
    drop_own_calibration,
    far_of,
    keep_own_calibration,
    load_calibration,
    own_calibration,
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


# The user's own ---------------------------------------------------------------------------------


def test_what_the_user_measured_goes_before_what_is_shipped(tmp_path):
    own = replace(load_calibration(ENCODER_ID), data_set="Family", people=77)
    keep_own_calibration(own, tmp_path / "calibrations")
    assert load_calibration(ENCODER_ID, tmp_path / "calibrations") == own
    assert own_calibration(ENCODER_ID, tmp_path / "calibrations") == own


def test_until_it_is_dropped(tmp_path):
    shipped = load_calibration(ENCODER_ID)
    keep_own_calibration(replace(shipped, data_set="Family"), tmp_path)
    drop_own_calibration(ENCODER_ID, tmp_path)
    assert load_calibration(ENCODER_ID, tmp_path) == shipped
    assert own_calibration(ENCODER_ID, tmp_path) is None
    drop_own_calibration(ENCODER_ID, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_only_the_user_may_read_it(tmp_path):
    keep_own_calibration(TABLE, tmp_path / "calibrations")
    assert (tmp_path / "calibrations").stat().st_mode & 0o777 == 0o700
    assert calibration_file(tmp_path / "calibrations", "e").stat().st_mode & 0o777 == 0o600


DAMAGED = {
    "empty": "",
    "cut": save_calibration(TABLE)[:100],
    "list": "[]",
    "null": "null",
    "text": '"text"',
    "deep": "[" * 100_000,
    "other keys": '{"far": [0.1]}',
    "no numbers": save_calibration(replace(TABLE, scores=("a", "b", "c"))),
    "no rates": save_calibration(replace(TABLE, far=(), scores=())),
    "rates out of order": save_calibration(replace(TABLE, far=(0.001, 0.01, 0.1))),
    "a rate of none": save_calibration(replace(TABLE, far=(0.1, 0.01, 0.0))),
    "too few": save_calibration(replace(TABLE, scores=(4.0,))),
    "falling scores": save_calibration(replace(TABLE, scores=(4.0, 3.0, 1.0))),
    "not a number": save_calibration(replace(TABLE, scores=(1.0, float("nan"), 4.0))),
}


@pytest.mark.parametrize("contents", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_one_counts_as_none(tmp_path, monkeypatch, contents):
    monkeypatch.setattr("facedesk.resources.read", lambda name: save_calibration(TABLE).encode())
    calibration_file(tmp_path, "e").write_text(contents)
    assert own_calibration("e", tmp_path) is None
    assert load_calibration("e", tmp_path) == TABLE


def test_one_of_another_encoder_counts_as_none_whatever_its_file_is_called(tmp_path):
    keep_own_calibration(TABLE, tmp_path)
    calibration_file(tmp_path, "e").rename(calibration_file(tmp_path, "f"))
    assert own_calibration("f", tmp_path) is None


def test_it_can_be_read_before_torch_is_there():
    code = """
import sys
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.matching.thresholds import load_calibration
load_calibration(ENCODER_ID)
print("torch" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stdout == "False\n", ran.stderr
