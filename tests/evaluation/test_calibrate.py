from datetime import date

import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.evaluation.calibrate import calibrate
from facedesk.matching.cohort import cohort_of
from facedesk.matching.matcher import Matcher


def test_each_rate_is_the_share_of_pairs_above_its_score():
    vectors = unit(np.random.default_rng(3).standard_normal((120, 16)))
    cohort = cohort_of(vectors, "e", "made up")
    table = calibrate(vectors, cohort, "made up", date(2026, 1, 2))
    scores = Matcher(range(120), [""] * 120, vectors, cohort).compare(vectors).scores
    pairs = [scores[i, k] for i in range(120) for k in range(i + 1, 120)]
    assert (table.people, table.pairs, table.date) == (120, len(pairs), "2026-01-02")
    for rate, score in zip(table.far, table.scores, strict=True):
        above = np.mean([s > score for s in pairs])
        assert above == pytest.approx(rate, abs=2 / len(pairs) + 1e-3)


def test_rates_with_too_few_pairs_are_left_out():
    vectors = unit(np.random.default_rng(3).standard_normal((60, 16)))
    table = calibrate(vectors, cohort_of(vectors, "e", "x"), "x", date(2026, 1, 2))
    assert min(table.far) * table.pairs >= 10
