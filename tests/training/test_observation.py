import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.training.feed import Batch
from facedesk.training.observation import hardest, histograms


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), min_size=2, max_size=9), st.integers(0, 1000))
def test_each_pair_is_counted_once(people, seed):
    count = len(people)
    drawn = np.random.default_rng(seed).uniform(0, 4, (count, count))
    distances = drawn + drawn.T
    distances = distances / 2
    same, different = histograms(torch.from_numpy(distances), torch.tensor(people))
    expected = np.zeros((2, 400), int)
    for i in range(count):
        for j in range(i + 1, count):
            expected[int(people[i] != people[j]), min(int(distances[i, j] * 100), 399)] += 1
    np.testing.assert_array_equal([same, different], expected)


@pytest.fixture
def batch():
    """Three faces of one colour each."""
    colours = np.array([1, 2, 3], np.uint8)[:, None, None, None]
    chips = np.broadcast_to(colours, (3, 150, 150, 3))
    return Batch(np.array([10, 20, 30]), chips, np.array([0, 0, 1]))


DISTANCES = torch.tensor([[0.0, 0.1, 0.2], [0.1, 0.0, 0.3], [0.2, 0.3, 0.0]])


def test_the_hardest_triplets_are_told_with_distances_and_pictures(batch):
    losses = torch.tensor([0.1, 0.9, 0.5])
    triplets = torch.tensor([[0, 1, 2], [1, 0, 2], [2, 1, 0]])
    found = hardest(losses, triplets, DISTANCES, batch)
    assert found.rows.tolist() == [[20, 10, 30], [30, 20, 10], [10, 20, 30]]
    expected = [[0.1, 0.3], [0.3, 0.2], [0.1, 0.2]]
    np.testing.assert_allclose(found.distances, expected, atol=1e-6)
    assert found.chips[:, :, 0, 0, 0].tolist() == [[2, 1, 3], [3, 2, 1], [1, 2, 3]]
    assert not any(each.flags.writeable for each in (found.rows, found.distances, found.chips))


def test_no_more_than_eight_are_told(batch):
    found = hardest(torch.arange(20.0), torch.zeros(20, 3, dtype=int), DISTANCES, batch)
    assert found.rows.shape == (8, 3)
    assert hardest(torch.zeros(0), torch.zeros(0, 3, dtype=int), DISTANCES, batch).chips.size == 0
