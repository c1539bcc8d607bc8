import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.evaluation.curves import accepted_at
from facedesk.evaluation.draws import Draw
from facedesk.evaluation.outcome import Outcome, outcome_of, share

counts = st.lists(st.integers(0, 3), min_size=6, max_size=6)
scores = st.lists(st.integers(-4, 4), min_size=6, max_size=6)


@given(scores, scores, counts, st.sampled_from([0.0, 0.1, 0.3, 1.0]))
def test_a_weight_is_as_good_as_so_many_copies(found, alarms, copies, fpir):
    if not any(copies):
        return
    people = np.arange(6)
    weights = np.array(copies, float)
    outcome = Outcome(people, np.array(found, float), people, np.array(alarms, float))
    copied = np.repeat(people, copies)
    expected = accepted_at(fpir, outcome.found[copied], outcome.alarms[copied])
    assert outcome.dir_at(fpir, weights) == pytest.approx(expected)


def test_a_mate_is_found_only_as_its_own_person():
    people = np.array([0, 0, 1, 1, 2])
    draw = Draw(np.array([0, 2]), np.array([1, 3]), np.array([4]))
    outcome = outcome_of(people, draw, np.array([[5.0, 1.0], [4.0, 3.0]]), np.array([[0.5, 2.0]]))
    assert outcome.found.tolist() == [5.0, -np.inf]
    assert outcome.alarms.tolist() == [2.0]
    assert outcome.rank1(np.ones(3)) == 0.5
    assert outcome.curve.y[-1] == 0.5


def test_a_share_of_nothing_is_not_known():
    assert np.isnan(share(np.array([True]), np.zeros(1)))
