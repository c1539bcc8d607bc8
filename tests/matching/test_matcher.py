import numpy as np
import pytest

from facedesk.encoder.template import unit
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
