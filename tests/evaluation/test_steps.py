import numpy as np
import pytest

from facedesk.encoder.encoder import Encoder
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.evaluation.openset import evaluate_open_set
from facedesk.evaluation.steps import evaluate_step, steps_of
from facedesk.matching.cohort import cohort_of
from facedesk.matching.distance import distances
from facedesk.matching.thresholds import Thresholds

PERSONS = [f"m{i // 3}" for i in range(60)] + [f"s{i}" for i in range(60)]


class SmallNetwork(Encoder):
    """An encoder with 24 features and 8 numbers, without a network."""

    id = ENCODER_ID
    head = np.random.default_rng(1).standard_normal((8, 24)).astype(np.float32)
    _projection = np.random.default_rng(2).standard_normal((8, 24)).astype(np.float32)

    def features(self, chips):
        raise NotImplementedError

    def outputs(self, features):
        return features @ self.head.T

    def encodings(self, features):
        return features @ self._projection.T


@pytest.fixture
def features():
    """Of 20 people with three photos and 60 with one: float32 (120, 5, 2, 24)."""
    random = np.random.default_rng(3)
    people = random.standard_normal((80, 24))
    photos = np.concatenate([np.repeat(people[:20], 3, axis=0), people[20:]])
    seen = photos[:, None, None] + 0.8 * random.standard_normal((120, 5, 2, 24))
    return seen.astype(np.float32)


@pytest.fixture
def steps(features):
    encoder = SmallNetwork()
    cohort = cohort_of(encoder.combine(features), "e", "made up")
    return list(steps_of(features, encoder, cohort)), encoder, cohort


def test_the_first_step_is_the_distance_of_the_raw_outputs(features, steps):
    score = steps[0][0].score
    for probe in (0, 5, 100):
        for person in (3, 70):
            first, second = (SmallNetwork.head @ features[i, 0, 0] for i in (probe, person))
            expected = -np.sum((first - second) ** 2)
            found = score(np.array([probe]), np.array([person]))[0, 0]
            assert found == pytest.approx(expected, rel=1e-3)


def test_the_third_step_is_the_distance_of_unit_templates_of_face_and_mirror_image(features, steps):
    outputs = features[:, 0] @ SmallNetwork.head.T
    vectors = unit(unit(outputs[:, 0]) + unit(outputs[:, 1]))
    rows = np.arange(10)
    np.testing.assert_allclose(
        steps[0][2].score(rows, rows), -distances(vectors[:10], vectors[:10]), atol=1e-5
    )


def test_the_last_step_is_what_is_shipped(features, steps):
    each, encoder, cohort = steps
    shipped = evaluate_open_set(
        encoder.combine(features), PERSONS, cohort, Thresholds(3, 2), 10, [0.1, 0.05], 3
    )
    last = evaluate_step(each[-1], PERSONS, 10, [0.1, 0.05], 3)
    assert last.dir == pytest.approx(shipped.dir)
    assert last.rank1 == pytest.approx(shipped.rank1)
    assert last.interval == pytest.approx(shipped.interval)
    assert (last.people, last.repeats) == (10, 3)


def test_every_step_is_named_and_none_left_out(steps):
    names = [step.name for step in steps[0]]
    assert len(names) == len(set(names)) == 7


def test_an_encoder_without_a_layer_of_ours_has_no_step_for_it(features, steps):
    _, encoder, cohort = steps
    encoder.id = "another"
    names = [step.name for step in steps_of(features, encoder, cohort)]
    assert len(names) == 6
    assert "+ fitted last layer" not in names


def test_more_views_of_a_noisy_face_are_better_than_one(steps):
    one, five = (evaluate_step(step, PERSONS, 15, [0.05], 5) for step in steps[0][3:5])
    assert five.rank1 > one.rank1
