import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.evaluation.steps import Step, evaluate_step
from facedesk.evaluation.validation import validate
from facedesk.matching.distance import distances


def crowd(several, single, noise, seed=1):
    """Templates of people with three photos and with one: unit (N, 16), and whose they are."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((several + single, 16))
    people = np.concatenate([np.repeat(np.arange(several), 3), np.arange(single) + several])
    photos = centres[people] + noise * random.standard_normal((len(people), 16))
    return unit(photos).astype(np.float32), people


def test_with_many_people_it_is_what_the_evaluation_says_of_distances():
    vectors, people = crowd(120, 60, 0.8)
    step = Step("", lambda probes, enrolled: -distances(vectors[probes], vectors[enrolled]))
    expected = evaluate_step(step, [f"{p:04}" for p in people], 100, [0.01], 10).dir["0.01"]
    assert 0.1 < expected < 0.95
    assert validate(vectors, people) == {"100": pytest.approx(expected)}


def test_with_very_many_people_there_are_two_sizes():
    assert list(validate(*crowd(510, 40, 0.5))) == ["100", "500"]


@pytest.mark.parametrize(("several", "single"), [(4, 0), (30, 3), (99, 50)])
def test_with_few_people_half_of_them_are_strangers(several, single):
    vectors, people = crowd(several, single, 0.2)
    ((size, found),) = validate(vectors, people).items()
    assert size == str(several // 2)
    assert found > 0.9


def test_people_who_can_t_be_told_apart_are_not_found():
    _, people = crowd(20, 0, 0.2)
    vectors = unit(np.random.default_rng(1).standard_normal((len(people), 16)))
    (found,) = validate(vectors, people).values()
    assert found < 0.2


def test_the_same_templates_are_worth_the_same():
    vectors, people = crowd(20, 5, 0.9)
    assert validate(vectors, people) == validate(vectors, people)
