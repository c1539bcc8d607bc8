import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.matching.expectation import expectation
from facedesk.matching.thresholds import Calibration

FAR, SCORES, MATES = (0.1, 0.01, 0.001), (1.0, 3.0, 4.0), (0.0, 2.0, 4.0, 6.0, 8.0)
TABLE = Calibration("e", "made up", 100, 4950, 200, "2026-01-01", FAR, SCORES, MATES)
ONCE = Calibration("e", "made up", 100, 4950, 0, "2026-01-01", FAR, SCORES, ())


def test_with_one_photo_it_can_be_read_from_the_table():
    found = expectation(TABLE, 1, 0.01)
    # Strangers reach 3.0 at a rate of 0.01; three of eight parts of the mates' scores lie below.
    assert found.named == 0.01
    assert found.missed == pytest.approx(3 / 8)
    assert not found.beyond


def test_who_was_seen_only_once_can_not_be_missed():
    assert expectation(ONCE, 1, 0.01).missed is None


def test_with_few_photos_small_shares_can_not_be_noticed():
    assert expectation(TABLE, 1, 0.01).finest == 1 / 200


def test_what_is_rarer_than_all_that_was_measured_is_an_estimate():
    assert not expectation(TABLE, 9, 0.01).beyond
    assert expectation(TABLE, 11, 0.01).beyond


@given(st.floats(0.001, 0.1), st.integers(0, 10_000))
def test_the_more_lenient_the_fewer_are_missed_and_the_more_photos_the_more(fpir, photos):
    here = expectation(TABLE, photos, fpir).missed
    assert expectation(TABLE, photos, fpir / 2).missed >= here
    assert expectation(TABLE, photos + 1, fpir).missed >= here
