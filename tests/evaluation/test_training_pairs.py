from itertools import combinations

import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.errors import NobodyToCompare, TooFewPeople
from facedesk.evaluation.training_pairs import pairs_of, training_pairs
from facedesk.matching.cohort import cohort_of
from facedesk.matching.matcher import Matcher

COHORT = cohort_of(unit(np.random.default_rng(1).standard_normal((300, 16))), "e", "made up")


def photos_of(*counts):
    """So many photos of each person, and whose each is."""
    persons = [f"p{number}" for number, count in enumerate(counts) for _ in range(count)]
    return unit(np.random.default_rng(2).standard_normal((len(persons), 16))), persons


def owners(drawn, vectors, persons):
    """Whose the photos of each pair are, found by their vectors."""
    whose = {vector.tobytes(): person for vector, person in zip(vectors, persons, strict=True)}
    return [
        (whose[first.tobytes()], whose[second.tobytes()])
        for first, second in zip(drawn.pairs.first, drawn.pairs.second, strict=True)
    ]


def test_pairs_say_truly_whether_they_are_of_one_person():
    vectors, persons = photos_of(3, 1, 2, 1)
    drawn = training_pairs(vectors, persons, COHORT)
    for (first, second), same in zip(owners(drawn, vectors, persons), drawn.same, strict=True):
        assert (first == second) == same
    assert np.count_nonzero(drawn.same) == 3 + 1
    assert np.count_nonzero(~drawn.same) == 20 * 4
    assert drawn.people == 4


def test_every_two_photos_of_a_person_are_a_pair_and_none_twice():
    vectors, persons = photos_of(4, 3, 1)
    drawn = training_pairs(vectors, persons, COHORT)
    found = drawn.pairs.part(drawn.same)
    pairs = {
        frozenset((a.tobytes(), b.tobytes()))
        for a, b in zip(found.first, found.second, strict=True)
    }
    expected = {
        frozenset((vectors[i].tobytes(), vectors[k].tobytes()))
        for i, k in combinations(range(8), 2)
        if persons[i] == persons[k]
    }
    assert pairs == expected
    assert len(found) == len(expected)


def test_nobody_with_many_photos_outweighs_the_others():
    vectors, persons = photos_of(30, 2, 1)
    drawn = training_pairs(vectors, persons, COHORT)
    assert np.count_nonzero(drawn.same) == 15 + 1


def test_the_same_photos_give_the_same_pairs():
    vectors, persons = photos_of(9, 2, 1)
    first, second = (training_pairs(vectors, persons, COHORT).pairs for _ in range(2))
    np.testing.assert_array_equal(first.first, second.first)
    np.testing.assert_array_equal(first.second, second.second)


def test_scores_and_distances_are_those_of_the_matcher():
    vectors, _ = photos_of(5)
    indices = np.array([[4, 0], [1, 3], [1, 2], [4, 3]])
    pairs = pairs_of(vectors, indices, COHORT)
    for row, (first, second) in enumerate(indices):
        alone = Matcher([0], [""], vectors[[second]], COHORT).compare([vectors[first]])
        assert pairs.scores[row] == pytest.approx(alone.scores[0, 0], abs=1e-4)
        assert pairs.distances[row] == pytest.approx(alone.distances[0, 0], abs=1e-6)
        np.testing.assert_array_equal(pairs.first[row], vectors[first])
        np.testing.assert_array_equal(pairs.second[row], vectors[second])


def test_a_single_person_is_too_few():
    with pytest.raises(TooFewPeople):
        training_pairs(*photos_of(4), COHORT)


def test_people_with_a_single_photo_each_give_no_pair_of_one_person():
    with pytest.raises(NobodyToCompare):
        training_pairs(*photos_of(1, 1, 1), COHORT)
