from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.template import unit
from facedesk.errors import TooFewPairs
from facedesk.evaluation.data_set import EncodedDataSet
from facedesk.evaluation.drawn_folds import drawn_folds
from facedesk.evaluation.pairs import Pair
from facedesk.evaluation.verification_protocol import (
    best_threshold,
    evaluate_verification,
    figures_of,
)
from facedesk.matching.cohort import cohort_of
from facedesk.matching.matcher import Matcher

pairs = st.lists(st.tuples(st.integers(-4, 4), st.booleans()), min_size=1, max_size=30)


def data_set(spread):
    """40 people with three photos each."""
    random = np.random.default_rng(6)
    centres = np.repeat(random.standard_normal((40, 24)), 3, axis=0)
    vectors = unit(centres + spread * random.standard_normal(centres.shape))
    photos = [LabelledPhoto(Path(f"p{i // 3}/{i}.jpg"), f"p{i // 3}") for i in range(120)]
    return EncodedDataSet(tuple(photos), np.zeros(0), vectors, ())


def right(values, same, threshold):
    return sum((value > threshold) == truth for value, truth in zip(values, same, strict=True))


@given(pairs)
def test_no_threshold_puts_more_pairs_on_their_right_side(found):
    values, same = np.array([v for v, _ in found], float), np.array([s for _, s in found])
    best = max(right(values, same, t) for t in [-np.inf, *values])
    assert right(values, same, best_threshold(values, same)) == best


def test_a_fold_is_judged_by_the_threshold_of_the_others():
    """In each fold the truth is clear, but their scales differ: only the others' threshold errs."""
    values = np.array([1.0, 2.0, 11.0, 12.0])
    same = np.array([False, True, False, True])
    figures = figures_of(values, same, np.array([0, 0, 1, 1]), [0.5])
    assert figures.accuracy == 0.5  # 11.5 rejects both of the first, 1.5 accepts both others
    assert figures.std == 0.0


def test_accuracy_and_rates_are_those_counted_one_by_one():
    random = np.random.default_rng(7)
    same = random.random(200) < 0.5
    values = random.standard_normal(200) + 1.5 * same
    folds = np.arange(200) % 10
    found = figures_of(values, same, folds, [0.1])
    accuracies = []
    for fold in range(10):
        others = [i for i in range(200) if folds[i] != fold]
        own = [i for i in range(200) if folds[i] == fold]
        threshold = best_threshold(values[others], same[others])
        accuracies.append(right(values[own], same[own], threshold) / len(own))
    mean = sum(accuracies) / 10
    assert found.accuracy == pytest.approx(mean)
    assert found.std == pytest.approx((sum((a - mean) ** 2 for a in accuracies) / 9) ** 0.5)
    ordered = sorted(values[~same])
    threshold = ordered[-1 - int(0.1 * len(ordered))]
    assert found.tar["0.1"] == pytest.approx(np.mean(values[same] > threshold))


def test_pairs_are_scored_as_the_matcher_does():
    data = data_set(0.9)
    cohort = cohort_of(data.vectors, "e", "made up")
    folds = drawn_folds(data.photos)
    result = evaluate_verification(data, folds, cohort, [0.01])
    row = {photo.path: i for i, photo in enumerate(data.photos)}
    mates, strangers = [], []
    for pair in (pair for fold in folds for pair in fold):
        person = data.vectors[row[pair.second]][None]
        matcher = Matcher([0], [""], person, cohort)
        score = matcher.compare(data.vectors[row[pair.first]][None]).scores[0, 0]
        (mates if pair.same else strangers).append(score)
    threshold = np.sort(strangers)[-1 - int(0.01 * len(strangers))]
    assert result.score.tar["0.01"] == pytest.approx(np.mean(mates > threshold))
    assert (result.pairs, result.folds) == (len(mates) + len(strangers), 10)
    assert set(result.by) == {"score", "distance"}


def test_faces_that_are_easily_told_apart_are():
    data = data_set(0.01)
    cohort = cohort_of(data.vectors, "e", "made up")
    result = evaluate_verification(data, drawn_folds(data.photos), cohort, [0.01, 0.001])
    assert (result.score.accuracy, result.score.std) == (1.0, 0.0)
    assert result.score.tar == {"0.01": 1.0, "0.001": 1.0}
    assert result.failures == ()


def test_pairs_without_a_photo_or_a_face_are_counted_and_named():
    data = data_set(0.01)
    cohort = cohort_of(data.vectors, "e", "made up")
    first, *others = drawn_folds(data.photos)
    gone = Pair(Path("gone.jpg"), data.photos[0].path, False)
    result = evaluate_verification(data, [(*first, gone), *others], cohort, [0.01])
    assert result.failures == (gone,)
    assert result.pairs == sum(len(fold) for fold in (first, *others))


@pytest.mark.parametrize("count", [0, 1])
def test_a_single_fold_can_not_be_judged(count):
    data = data_set(0.01)
    cohort = cohort_of(data.vectors, "e", "made up")
    with pytest.raises(TooFewPairs):
        evaluate_verification(data, drawn_folds(data.photos)[:count], cohort, [0.01])
