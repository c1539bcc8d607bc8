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
    assert result.fnir == {"0.05": 0.0, "0.01": 0.0}
    assert result.interval == result.intervals["dir 0.05"] == (1.0, 1.0)
    assert np.all(result.curve.y == 1.0)
    assert result.dir_at_shipped_threshold == 1.0
    assert result.wrong_at_shipped_threshold == 0.0


def test_a_threshold_nobody_reaches_names_nobody(data):
    result = result_for(data, known=1000.0)
    assert result.dir_at_shipped_threshold == 0.0
    assert result.fpir_at_shipped_threshold == 0.0


def test_a_threshold_everybody_reaches_names_strangers(data):
    assert result_for(data, known=-1000.0).fpir_at_shipped_threshold > 0.3


def test_intervals_hold_the_figure_and_are_narrower_with_more_people(data):
    vectors, persons, random = data
    noisy = unit(vectors + 0.25 * random.standard_normal(vectors.shape))
    result = result_for((noisy, persons, random), known=1.5)
    twice = [*persons, *(f"{person} again" for person in persons)]
    larger = unit(np.concatenate([noisy, random.permutation(noisy, axis=1)]))
    for name, value in {
        "rank1": result.rank1,
        "dir 0.05": result.dir["0.05"],
        "fpir_at_shipped_threshold": result.fpir_at_shipped_threshold,
        "dir_at_shipped_threshold": result.dir_at_shipped_threshold,
    }.items():
        low, high = result.intervals[name]
        assert low <= value <= high, name
        assert low < high, name
    low, high = result.intervals["fpir_at_shipped_threshold"]
    few, many = result_for((larger, twice, random), known=1.5).intervals[
        "fpir_at_shipped_threshold"
    ]
    assert many - few < high - low


def test_the_curve_passes_through_the_figures(data):
    vectors, persons, random = data
    noisy = unit(vectors + 0.25 * random.standard_normal(vectors.shape))
    result = result_for((noisy, persons, random), known=1.5)
    assert np.interp(0.05, result.curve.x, result.curve.y) == pytest.approx(
        result.dir["0.05"], abs=0.05
    )
    assert result.curve.y[-1] == pytest.approx(result.rank1)


def test_twins_are_confused_by_nobody_since_the_decision_is_that_of_the_live_view(data):
    vectors, _, _ = data
    pictures = np.concatenate([vectors[[0] * 6], vectors[120:]])
    persons = ["twin"] * 3 + ["other twin"] * 3 + [f"s{i}" for i in range(100)]
    cohort = cohort_of(vectors, "e", "made up")
    low = Thresholds(known=0.0, unsure=-1.0)
    result = evaluate_open_set(pictures, persons, cohort, low, 2, [0.01], 1)
    assert (result.rank1, result.dir["0.01"]) == (0.5, 0.5)
    assert (result.dir_at_shipped_threshold, result.wrong_at_shipped_threshold) == (0.0, 0.0)


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


def test_probes_may_be_seen_otherwise_than_who_is_enrolled(data):
    vectors, persons, random = data
    cohort = cohort_of(vectors, "e", "made up")
    thresholds = Thresholds(known=1.0, unsure=0.0)

    def measured(enrolled, probes):
        return evaluate_open_set(enrolled, persons, cohort, thresholds, 20, [0.05], 3, probes).rank1

    poor = unit(vectors + 0.4 * random.standard_normal(vectors.shape))
    shuffled = random.permutation(vectors)
    assert measured(vectors, None) == measured(vectors, vectors) == 1.0
    assert 0.2 < measured(vectors, poor) < 1.0
    assert measured(vectors, shuffled) < 0.2
    assert measured(shuffled, vectors) < 0.2
