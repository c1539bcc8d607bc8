import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.training.separation import separation


def crowd_of(noise, seed=1, people=6, photos=4):
    random = np.random.default_rng(seed)
    labels = np.repeat(np.arange(people), photos)
    vectors = random.normal(size=(people, 16))[labels] + noise * random.normal(
        size=(len(labels), 16)
    )
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), labels


@settings(deadline=None)
@given(st.integers(0, 1000), st.floats(0.1, 2))
def test_it_is_what_it_says(seed, noise):
    vectors, people = crowd_of(noise, seed)
    kinds = {True: [], False: []}
    for i in range(len(people)):
        for j in range(i):
            kinds[bool(people[i] == people[j])].append(np.sum((vectors[i] - vectors[j]) ** 2))
    same, different = kinds[True], kinds[False]
    expected = (np.mean(different) - np.mean(same)) / np.sqrt(
        (np.var(same) + np.var(different)) / 2
    )
    assert separation(vectors, people) == pytest.approx(expected, rel=1e-3)


def test_the_less_noise_the_farther_apart():
    found = [separation(*crowd_of(noise)) for noise in (1.0, 0.5, 0.2, 0.1)]
    assert found == sorted(found)


def test_of_many_faces_some_are_enough():
    vectors, people = crowd_of(0.5, people=900, photos=3)
    few, all_of_them = separation(vectors, people), separation(vectors[:1950], people[:1950])
    assert few == separation(vectors, people)
    assert few == pytest.approx(all_of_them, rel=0.1)


def test_where_there_is_one_kind_of_pairs_only_nothing_is_told():
    vectors, people = crowd_of(0.5, people=1)
    assert separation(vectors, people) == 0
