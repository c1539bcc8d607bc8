import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.encoder.template import unit
from facedesk.matching import shortlist
from facedesk.matching.cohort import cohort_of
from facedesk.matching.decide import decide
from facedesk.matching.matcher import Corrections, Matcher
from facedesk.matching.normalised import normalise, scores_of
from facedesk.matching.recognition import Recognition
from facedesk.matching.shortlist import Shortlist
from facedesk.matching.thresholds import Thresholds

DIMENSIONS = 128
SPREAD = np.geomspace(1, 0.02, DIMENSIONS)  # as templates are: far longer one way than another
BASE = np.eye(DIMENSIONS)[0] * 4


def faces(count, seed):
    noise = np.random.default_rng(seed).standard_normal((count, DIMENSIONS))
    return unit(BASE + noise * SPREAD)


@pytest.fixture(scope="module")
def cohort():
    return cohort_of(faces(300, 1), "e", "made up")


@pytest.fixture(scope="module")
def everyone(cohort):
    return normalise(faces(3000, 2), cohort)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 60))
def test_no_score_is_above_its_ceiling(cohort, everyone, seed, people):
    random = np.random.default_rng(seed)
    some = everyone.part(random.integers(0, 3000, people))
    probes = normalise(unit(some.vectors[:2] + 0.1 * faces(1, seed)), cohort)
    scores, _ = scores_of(probes, some)
    assert (Shortlist(some, cohort.directions).ceilings(probes) >= scores).all()


def test_nor_is_it_where_a_template_meets_itself(cohort, everyone):
    """There nothing is gained by Cauchy and Schwarz, only by what is added for rounding."""
    ceilings = Shortlist(everyone, cohort.directions).ceilings(everyone.part(slice(500)))
    scores, _ = scores_of(everyone.part(slice(500)), everyone)
    assert (ceilings >= scores).all()
    assert np.median(np.diag(ceilings) - np.diag(scores)) < 0.1


def test_ceilings_are_low_enough_to_leave_most_people_out(cohort, everyone):
    probes = normalise(faces(20, 3), cohort)
    ceilings = Shortlist(everyone, cohort.directions).ceilings(probes)
    scores, _ = scores_of(probes, everyone)
    assert (ceilings >= scores.max(axis=1, keepdims=True)).mean() < 0.05


def test_more_people_than_are_looked_at_at_a_time_make_no_difference(cohort, everyone, monkeypatch):
    probes = normalise(faces(3, 4), cohort)
    whole = Shortlist(everyone, cohort.directions).ceilings(probes)
    monkeypatch.setattr(shortlist, "_PART", 700)
    monkeypatch.setattr(shortlist, "_SHORTENED", 90)
    parts = Shortlist(everyone, cohort.directions).ceilings(probes)
    np.testing.assert_allclose(parts, whole, atol=1e-3)


class TestTheDecisionIsThatOfThePlainWay:
    @staticmethod
    def naive(matcher, thresholds, probes):
        return decide(matcher.compare(probes), thresholds)

    @settings(max_examples=40, deadline=None)
    @given(
        st.integers(0, 2**32),
        st.integers(1, 300),
        st.integers(1, 5),
        st.floats(0, 0.5),
        st.floats(-3, 8),
        st.integers(0, 3),
    )
    def test_for_any_gallery(self, cohort, seed, people, count, apart, unsure, mistakes):
        """Probes are near somebody enrolled or near nobody; some were taken for that one."""
        random = np.random.default_rng(seed)
        enrolled = faces(people, seed)
        near = random.integers(0, people, count)
        probes = unit((1 - apart) * enrolled[near] + apart * faces(count, seed + 1))
        which = random.integers(0, count, mistakes)
        mistaken = Corrections(unit(probes[which] + 0.05 * faces(mistakes, seed + 2)), near[which])
        names = [str(n) for n in range(people)]
        matcher = Matcher(range(people), names, enrolled, cohort, mistaken)
        thresholds = Thresholds(known=unsure + 1, unsure=unsure)
        found = Recognition(matcher, thresholds).decide(list(probes))
        for one, other in zip(found, self.naive(matcher, thresholds, probes), strict=True):
            assert one.answer == other.answer
            for mine, plain in ((one.match, other.match), (one.runner_up, other.runner_up)):
                assert (mine is None) == (plain is None)
                if mine is not None:
                    assert mine.person_id == plain.person_id
                    assert mine.score == pytest.approx(plain.score, abs=1e-3)
                    assert mine.distance == pytest.approx(plain.distance, abs=1e-5)

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 2**32), st.integers(1, 400), st.integers(1, 4), st.floats(-2, 3))
    def test_bit_for_bit_where_sums_have_no_rounding(self, cohort, seed, people, count, unsure):
        """Four numbers of a half, so that sums are exact in any order; many people are equal."""
        random = np.random.default_rng(seed)

        def halves(rows):
            vectors = np.zeros((rows, DIMENSIONS), np.float32)
            for vector in vectors:
                where = random.choice(12, 4, replace=False)
                vector[where] = random.choice([0.5, -0.5], 4)
            return vectors

        matcher = Matcher(range(people), [""] * people, halves(people), cohort)
        thresholds = Thresholds(known=unsure + 1, unsure=unsure)
        probes = halves(count)
        found = Recognition(matcher, thresholds).decide(list(probes))
        assert found == self.naive(matcher, thresholds, probes)


def test_a_decision_looks_at_few_people(cohort):
    people = faces(3000, 2)
    matcher = Matcher(range(3000), [""] * 3000, people, cohort)
    assert 2 <= len(matcher.compare_nearest([people[7]], 4.0).rows) < 100


def test_whoever_reaches_the_floor_is_among_them(cohort):
    people = faces(3000, 2)
    matcher = Matcher(range(3000), [""] * 3000, people, cohort)
    nearest = matcher.compare_nearest([people[7], people[8]], 0.5)
    reached = (matcher.compare([people[7], people[8]]).scores >= 0.5).any(axis=0)
    assert 10 < reached.sum() < 3000
    assert set(np.flatnonzero(reached)) <= set(nearest.rows.tolist())
