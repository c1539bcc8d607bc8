from datetime import date
from pathlib import Path

import numpy as np
import pytest

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.template import unit
from facedesk.errors import TooFewPeople
from facedesk.evaluation.know_encoder import FEWEST_PEOPLE, grounds_of, know_encoder
from facedesk.matching.matcher import Matcher

TODAY = date(2026, 5, 4)


def crowd(count, seed=1):
    """Templates of people with two photos each, and whose they are."""
    random = np.random.default_rng(seed)
    faces = np.repeat(random.standard_normal((count, 24)), 2, axis=0)
    vectors = unit(faces + 0.6 * random.standard_normal(faces.shape))
    return vectors, [f"p{seed}-{number // 2}" for number in range(2 * count)]


@pytest.fixture(scope="module")
def grounds():
    return grounds_of(*crowd(400), "mine-1", "Family", TODAY)


def test_half_of_the_people_are_strangers_and_the_other_half_is_measured(grounds):
    assert grounds.cohort.count == 400
    assert grounds.calibration.people == 200
    assert grounds.head.people == 200
    ids = {each.encoder_id for each in (grounds.cohort, grounds.calibration, grounds.head)}
    assert ids == {"mine-1"}
    assert grounds.calibration.data_set == grounds.cohort.source == "Family"


def test_others_score_as_was_measured(grounds):
    firsts = crowd(400, seed=2)[0][::2]
    matcher = Matcher(range(400), [""] * 400, firsts, grounds.cohort)
    scores = matcher.compare(firsts).scores[np.triu_indices(400, 1)]
    for far in (0.1, 0.01, 0.001):
        wanted = grounds.calibration.score_at(far)
        assert (scores >= wanted).mean() == pytest.approx(far, rel=0.7)


def test_the_same_people_give_the_same(grounds):
    again = grounds_of(*crowd(400), "mine-1", "Family", TODAY)
    assert again.calibration == grounds.calibration
    np.testing.assert_array_equal(again.cohort.means, grounds.cohort.means)


def test_too_few_people_are_said_before_the_work(models, tmp_path):
    photos = [LabelledPhoto(Path("1.jpg"), f"p{n}") for n in range(FEWEST_PEOPLE - 1)]
    with pytest.raises(TooFewPeople, match=f"{FEWEST_PEOPLE - 1} people.*at least {FEWEST_PEOPLE}"):
        know_encoder(photos, "Family", models, tmp_path, lambda *_: pytest.fail("work"))
