from datetime import date

import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.errors import TooFewPeople
from facedesk.evaluation.calibrate import calibrate
from facedesk.matching.cohort import cohort_of
from facedesk.matching.matcher import Matcher

TODAY = date(2026, 1, 2)


@pytest.fixture
def strangers():
    """One photo each of 120 people, and the cohort of them all."""
    vectors = unit(np.random.default_rng(3).standard_normal((120, 16)))
    return vectors, [f"p{i:03}" for i in range(120)], cohort_of(vectors, "e", "made up")


def test_each_rate_is_the_share_of_pairs_above_its_score(strangers):
    vectors, persons, cohort = strangers
    table = calibrate(vectors, persons, cohort, "made up", TODAY)
    scores = Matcher(range(120), [""] * 120, vectors, cohort).compare(vectors).scores
    pairs = [scores[i, k] for i in range(120) for k in range(i + 1, 120)]
    assert (table.people, table.pairs, table.date) == (120, len(pairs), "2026-01-02")
    for rate, score in zip(table.far, table.scores, strict=True):
        above = np.mean([s > score for s in pairs])
        assert above == pytest.approx(rate, abs=2 / len(pairs) + 1e-3)


def test_rates_with_too_few_pairs_are_left_out(strangers):
    vectors, persons, cohort = strangers
    table = calibrate(vectors[:60], persons[:60], cohort, "x", TODAY)
    assert min(table.far) * table.pairs >= 10


def test_the_first_photo_of_everyone_is_held_against_their_own_others(strangers):
    vectors, persons, cohort = strangers
    random = np.random.default_rng(4)
    others = unit(vectors[:40] + 0.1 * random.standard_normal((40, 16)))
    table = calibrate(
        np.concatenate([vectors, others]), [*persons, *persons[:40]], cohort, "x", TODAY
    )
    compared = Matcher(range(120), [""] * 120, vectors, cohort).compare(others).scores
    own = [compared[i, i] for i in range(40)]
    assert (table.people, table.pairs, table.mates) == (120, 120 * 119 / 2, 40)
    assert table.mate_scores[0] == pytest.approx(min(own), abs=1e-3)
    assert table.mate_scores[-1] == pytest.approx(max(own), abs=1e-3)
    middle = float(np.median(own))
    assert table.missed_at(middle) == pytest.approx(0.5, abs=0.03)


def test_where_nobody_has_several_photos_misses_are_not_known(strangers):
    table = calibrate(*strangers, "x", TODAY)
    assert table.mates == 0
    assert table.missed_at(3.0) is None


def test_a_few_people_are_no_measurement(strangers):
    vectors, persons, cohort = strangers
    with pytest.raises(TooFewPeople, match=r"49 people.*at least 50"):
        calibrate(vectors[:49], persons[:49], cohort, "x", TODAY)
