import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.evaluation.by_group import false_accepts, false_alarms
from facedesk.evaluation.groups import EVERYONE
from facedesk.matching.cohort import cohort_of
from facedesk.matching.matcher import Matcher
from facedesk.matching.thresholds import Calibration, thresholds_for

COUNT = 120
CALIBRATION = Calibration(
    "e", "made up", 9, 9, 0, "2026-01-02", (0.2, 0.02, 0.002), (0.5, 2.0, 3.5), ()
)
GROUPS = {EVERYONE: range(COUNT), "alike": range(60), "apart": range(60, COUNT), "lonely": [3]}


@pytest.fixture
def people():
    """Sixty people who resemble each other, and sixty who do not; and their cohort."""
    random = np.random.default_rng(8)
    vectors = random.standard_normal((COUNT, 24))
    vectors[:60] += 1.2 * random.standard_normal(24)
    vectors = unit(vectors)
    return vectors, cohort_of(vectors, "e", "made up")


def test_the_rate_is_the_share_of_pairs_within_the_group(people):
    vectors, cohort = people
    rates = {r.group: r for r in false_accepts(vectors, GROUPS, cohort, CALIBRATION, 0.02)}
    assert list(rates) == [EVERYONE, "alike", "apart"], "nobody can be compared with themselves"
    scores = Matcher(range(COUNT), [""] * COUNT, vectors, cohort).compare(vectors).scores
    for group, rows in GROUPS.items():
        pairs = [(a, b) for a in rows for b in rows if a < b]
        if pairs:
            expected = np.mean([scores[a, b] >= 2.0 for a, b in pairs])
            assert rates[group].rate == pytest.approx(expected, abs=1e-6)
            assert (rates[group].pairs, rates[group].photos) == (len(pairs), len(rows))
    assert rates["alike"].ratio == pytest.approx(rates["alike"].rate / rates[EVERYONE].rate)
    assert rates["alike"].ratio > 1 > rates["apart"].ratio
    assert rates[EVERYONE].ratio == 1


def test_intervals_hold_the_rate_and_come_from_people_not_pairs(people):
    vectors, cohort = people
    everyone, *_ = false_accepts(vectors, GROUPS, cohort, CALIBRATION, 0.02)
    low, high = everyone.interval
    assert low < everyone.rate < high
    # As if all pairs were independent of each other, which they are not.
    narrow = 4 * np.sqrt(everyone.rate * (1 - everyone.rate) / everyone.pairs)
    assert high - low > narrow


def test_alarms_are_counted_by_the_decision_in_galleries_of_the_group(people):
    vectors, cohort = people
    rates = {r.group: r for r in false_alarms(vectors, GROUPS, cohort, CALIBRATION, 10, 0.2, 6)}
    assert list(rates) == [EVERYONE, "alike", "apart"], "the others are smaller than the gallery"
    assert rates["alike"].rate > rates["apart"].rate
    known = thresholds_for(CALIBRATION, 10, 0.2).known
    random = np.random.default_rng(10)
    reached = []
    for _ in range(6):
        order = 60 + random.permutation(60)
        matcher = Matcher(range(10), [""] * 10, vectors[order[:10]], cohort)
        reached.append(matcher.compare(vectors[order[10:]]).scores.max(axis=1) >= known)
    assert 0 < rates["apart"].rate <= np.mean(reached), "a doubtful runner-up spares some"
    low, high = rates["alike"].interval
    assert low < rates["alike"].rate < high
    assert rates["alike"].pairs == 10 * 50 * 6


def test_a_rate_of_nothing_has_no_ratio(people):
    vectors, cohort = people
    far_off = Calibration("e", "made up", 9, 9, 0, "2026-01-02", (0.2, 0.02), (500.0, 600.0), ())
    rates = list(false_accepts(vectors, GROUPS, cohort, far_off, 0.02))
    assert {rate.ratio for rate in rates} == {None}
    assert {rate.rate for rate in rates} == {0.0}
