import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.training.observation import hardest, histograms


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), min_size=2, max_size=9), st.integers(0, 1000))
def test_each_pair_is_counted_once(people, seed):
    count = len(people)
    drawn = np.random.default_rng(seed).uniform(0, 4, (count, count))
    distances = drawn + drawn.T
    distances = distances / 2
    same, different = histograms(torch.from_numpy(distances), torch.tensor(people))
    expected = np.zeros((2, 40), int)
    for i in range(count):
        for j in range(i + 1, count):
            expected[int(people[i] != people[j]), min(int(distances[i, j] * 10), 39)] += 1
    np.testing.assert_array_equal([same, different], expected)


def test_the_hardest_triplets_are_told_by_the_faces_they_are_of():
    losses = torch.tensor([0.1, 0.9, 0.5])
    triplets = torch.tensor([[0, 1, 2], [1, 0, 2], [2, 1, 0]])
    found = hardest(losses, triplets, np.array([10, 20, 30]))
    assert found.tolist() == [[20, 10, 30], [30, 20, 10], [10, 20, 30]]


def test_no_more_than_eight_are_told():
    assert hardest(torch.arange(20.0), torch.zeros(20, 3, dtype=int), np.array([5])).shape == (8, 3)
