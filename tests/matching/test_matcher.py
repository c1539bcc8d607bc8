import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.encoder.template import unit
from facedesk.matching import normalised
from facedesk.matching.cohort import cohort_of
from facedesk.matching.matcher import Corrections, Matcher


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    return unit(np.random.default_rng(2).standard_normal((400, 16)))


@pytest.fixture(scope="module")
def cohort(vectors):
    return cohort_of(vectors, "e", "made up")


def test_the_score_is_as_norm_computed_pair_by_pair(vectors, cohort):
    people, probes = vectors[:4], vectors[4:7]
    comparison = Matcher(range(4), "abcd", people, cohort).compare(probes)
    for i, probe in enumerate(probes):
        for k, person in enumerate(people):
            similarity = 2 - sum((a - b) ** 2 for a, b in zip(probe, person, strict=True))
            parts = []
            for side in (probe, person):
                best = np.sort(2 * cohort.templates @ side)[-200:]
                parts.append((similarity - best.mean()) / best.std())
            assert comparison.scores[i, k] == pytest.approx(np.mean(parts), abs=1e-3)


def test_scores_are_symmetric(vectors, cohort):
    one = Matcher([1], ["a"], vectors[:1], cohort).compare(vectors[1:2]).scores[0, 0]
    other = Matcher([1], ["a"], vectors[1:2], cohort).compare(vectors[:1]).scores[0, 0]
    assert one == pytest.approx(other, abs=1e-4)


def test_a_match_carries_who_and_how_near(vectors, cohort):
    match = Matcher([7, 9], ["Ada", "Bob"], vectors[:2], cohort).compare(vectors[:1]).match(0, 0)
    assert (match.person_id, match.name) == (7, "Ada")
    assert match.distance == pytest.approx(0, abs=1e-6)


def test_people_can_be_probes_themselves(vectors, cohort):
    matcher = Matcher(range(6), "abcdef", vectors[:6], cohort)
    np.testing.assert_allclose(
        matcher.compare_people(slice(2, 5)).scores, matcher.compare(vectors[2:5]).scores, atol=1e-4
    )


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_what_is_taken_over_from_the_matcher_before_changes_no_score(vectors, cohort, seed, count):
    """People come, go and get other photos."""
    random = np.random.default_rng(seed)
    first = Matcher(range(20), [""] * 20, vectors[:20], cohort)
    now = vectors[random.integers(0, 60, count)]
    fresh = Matcher(range(count), [""] * count, now, cohort)
    taken_over = Matcher(range(count), [""] * count, now, cohort, before=first)
    probes = vectors[100:103]
    np.testing.assert_allclose(
        taken_over.compare(probes).scores, fresh.compare(probes).scores, atol=1e-4
    )


def test_what_is_known_is_not_worked_out_again(vectors, cohort, monkeypatch):
    first = Matcher(range(20), [""] * 20, vectors[:20], cohort)
    asked = []
    statistics = type(cohort).statistics
    monkeypatch.setattr(
        type(cohort), "statistics", lambda self, v: asked.append(len(v)) or statistics(self, v)
    )
    Matcher(range(21), [""] * 21, vectors[:21], cohort, before=first)
    assert asked == [1]


def test_more_people_than_are_scored_at_a_time_make_no_difference(vectors, cohort, monkeypatch):
    whole = Matcher(range(50), [""] * 50, vectors[:50], cohort).compare(vectors[60:63])
    monkeypatch.setattr(normalised, "_PART", 7)
    parts = Matcher(range(50), [""] * 50, vectors[:50], cohort).compare(vectors[60:63])
    np.testing.assert_allclose(parts.scores, whole.scores, atol=1e-4)
    np.testing.assert_allclose(parts.distances, whole.distances, atol=1e-5)


class TestCorrections:
    """`vectors[2]` was taken for the person of `vectors[0]`."""

    @pytest.fixture
    def plain(self, vectors, cohort):
        return Matcher([7, 9], ["Ada", "Bob"], vectors[:2], cohort)

    @pytest.fixture
    def corrected(self, vectors, cohort):
        corrections = Corrections(vectors[2:4], np.array([0, 0]))
        return Matcher([7, 9], ["Ada", "Bob"], vectors[:2], cohort, corrections)

    def test_whoever_resembles_the_mistake_more_loses_three_times_the_difference(
        self, vectors, cohort, plain, corrected
    ):
        probe = unit(vectors[2] + 0.3 * vectors[0])
        before = plain.compare([probe]).scores[0, 0]
        mistakes = Matcher([1, 2], "xy", vectors[2:4], cohort).compare([probe]).scores[0]
        expected = before - 3 * (mistakes.max() - before)
        assert corrected.compare([probe]).scores[0, 0] == pytest.approx(expected, abs=1e-3)

    def test_the_person_themself_loses_nothing(self, vectors, plain, corrected):
        probe = unit(vectors[0] + 0.3 * vectors[2])
        assert corrected.compare([probe]).scores[0, 0] == plain.compare([probe]).scores[0, 0]

    def test_nobody_else_is_concerned(self, vectors, plain, corrected):
        np.testing.assert_array_equal(
            corrected.compare(vectors[2:9]).scores[:, 1], plain.compare(vectors[2:9]).scores[:, 1]
        )


def test_an_empty_gallery_gives_no_columns(vectors, cohort):
    empty = np.zeros((0, 16), np.float32)
    assert Matcher([], [], empty, cohort).compare(vectors[:2]).scores.shape == (2, 0)
