import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.errors import NobodyToCompare, TooFewPeople
from facedesk.evaluation.openset import evaluate_open_set
from facedesk.matching.cohort import cohort_of
from facedesk.matching.thresholds import Thresholds


def photos_of(people, each, spread, random):
    """Encodings of people around a point of their own, in 32 dimensions."""
    centres = unit(random.standard_normal((people, 32)))
    return unit(
        np.repeat(centres, each, axis=0) + spread * random.standard_normal((people * each, 32))
    )


@pytest.fixture
def data():
    random = np.random.default_rng(4)
    mates = photos_of(40, 3, 0.05, random)
    strangers = photos_of(100, 1, 0.05, random)
    persons = [f"m{i // 3}" for i in range(120)] + [f"s{i}" for i in range(100)]
    return np.concatenate([mates, strangers]), persons, random


def result_for(data, known):
    vectors, persons, _ = data
    cohort = cohort_of(vectors, "e", "made up")
    thresholds = Thresholds(known=known, unsure=known - 1)
    return evaluate_open_set(vectors, persons, cohort, thresholds, 20, [0.05, 0.01], 3)


def test_people_who_are_easily_told_apart_are_all_found(data):
    result = result_for(data, known=1.0)
    assert (result.people, result.repeats, result.mates, result.strangers) == (20, 3, 40, 100)
    assert result.rank1 == 1.0
    assert result.dir == {"0.05": 1.0, "0.01": 1.0}
    assert result.dir_at_shipped_threshold == 1.0
    assert result.wrong_at_shipped_threshold == 0.0


def test_a_threshold_nobody_reaches_names_nobody(data):
    result = result_for(data, known=1000.0)
    assert result.dir_at_shipped_threshold == 0.0
    assert result.fpir_at_shipped_threshold == 0.0


def test_a_threshold_everybody_reaches_names_strangers(data):
    assert result_for(data, known=-1000.0).fpir_at_shipped_threshold > 0.3


def test_labels_without_meaning_are_found_by_chance_only(data):
    vectors, persons, random = data
    shuffled = list(random.permutation(persons))
    result = result_for((vectors, shuffled, random), known=1.0)
    assert result.rank1 < 0.3


def test_a_gallery_larger_than_the_data_set_is_refused_with_the_numbers(data):
    vectors, persons, _ = data
    cohort = cohort_of(vectors, "e", "made up")
    with pytest.raises(TooFewPeople, match=r"140 people.*at least 201"):
        evaluate_open_set(vectors, persons, cohort, Thresholds(2, 1), 200, [0.01], 1)


@pytest.mark.parametrize("persons", [["a", "a", "b", "b"], ["a", "b", "c", "d"]])
def test_a_data_set_without_strangers_or_without_mates_is_refused(persons):
    vectors = unit(np.random.default_rng(5).standard_normal((4, 32)))
    cohort = cohort_of(vectors, "e", "made up")
    with pytest.raises(NobodyToCompare):
        evaluate_open_set(vectors, persons, cohort, Thresholds(2, 1), 1, [0.01], 1)
