import numpy as np
import pytest

from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.errors import TooFewPeople
from facedesk.evaluation.carry_over import are_kin, carried_over, was_carried_over
from facedesk.matching.grounds import load_grounds
from facedesk.matching.normalised import normalise, scores_of

PERSONS = [f"p{number // 5}" for number in range(100)]


@pytest.fixture(scope="module")
def known():
    return load_grounds(ENCODER_ID)


@pytest.fixture(scope="module")
def before(known):
    """Templates of 20 people with five photos, as the default encoder would make them."""
    random = np.random.default_rng(1)
    people = np.repeat(known.cohort.draw(20, random), 5, axis=0)
    return unit(people + 0.1 * known.cohort.draw(100, random))


def nearer(vectors, share):
    """As if an encoder saw everyone a little more alike."""
    return unit(vectors + share * vectors.mean(axis=0))


def shares_above(cohort, vectors, scores):
    """Of pairs of two people, the shares that reach scores."""
    normalised = normalise(vectors, cohort)
    found = scores_of(normalised, normalised)[0]
    persons = np.array(PERSONS)
    different = found[persons[:, None] != persons[None, :]]
    return np.array([(different >= score).mean() for score in scores])


def test_of_an_encoder_that_has_not_changed_all_stays(known, before):
    carried = carried_over(known, before, before, PERSONS, "mine-1", "Lab")
    np.testing.assert_allclose(carried.calibration.scores, known.calibration.scores, atol=2e-3)
    assert carried.calibration.far == known.calibration.far


def test_where_strangers_score_higher_thresholds_rise_with_them(known, before):
    after = nearer(before, 0.3)
    carried = carried_over(known, before, after, PERSONS, "mine-1", "Lab")
    usual = known.calibration.scores[:4]
    assert (
        shares_above(known.cohort, after, usual) > 1.5 * shares_above(known.cohort, before, usual)
    ).all()
    found = shares_above(known.cohort, after, carried.calibration.scores[:3])
    expected = shares_above(known.cohort, before, usual[:3])
    np.testing.assert_allclose(found, expected, rtol=0.6)


def test_where_those_it_has_learned_from_score_lower_thresholds_stay(known, before):
    after = unit(before - 0.2 * before.mean(axis=0))
    carried = carried_over(known, before, after, PERSONS, "mine-1", "Lab")
    assert np.all(np.array(carried.calibration.scores) >= np.array(known.calibration.scores) - 2e-3)


def test_it_says_where_it_comes_from_and_not_what_it_does_not_know(known, before):
    carried = carried_over(known, before, before, PERSONS, "mine-1", "Lab")
    assert was_carried_over(carried.calibration)
    assert not was_carried_over(known.calibration)
    assert carried.calibration.data_set.endswith("carried over with 20 people of Lab")
    assert carried.calibration.mate_scores == ()
    ids = {each.encoder_id for each in (carried.cohort, carried.calibration, carried.head)}
    assert ids == {"mine-1"}


def test_a_few_people_are_too_few(known, before):
    with pytest.raises(TooFewPeople, match=r"9 people.*at least 10"):
        carried_over(known, before[:45], before[:45], PERSONS[:45], "mine-1", "Lab")


def test_encoders_are_kin_when_they_say_nearly_the_same(before):
    random = np.random.default_rng(2)
    assert are_kin(before, nearer(before, 0.1))
    assert not are_kin(before, unit(random.standard_normal(before.shape)))
    assert not are_kin(before, before[:, :64])
