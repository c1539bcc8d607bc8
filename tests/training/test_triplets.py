import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.training.losses import triplet_losses
from facedesk.training.triplets import (
    Selection,
    active_share,
    hard_triplets,
    random_triplets,
    select,
    semi_hard_triplets,
)

CROWDS = st.lists(st.integers(0, 3), min_size=2, max_size=10).map(torch.tensor)
SEEDS = st.integers(0, 10_000)


def distances_of(people, seed):
    """Distances of points drawn at random; none are equal."""
    points = np.random.default_rng(seed).standard_normal((len(people), 3))
    return torch.from_numpy(((points[:, None] - points[None]) ** 2).sum(axis=2))


def others(people, anchor):
    rows = range(len(people))
    positives = [row for row in rows if people[row] == people[anchor] and row != anchor]
    return positives, [row for row in rows if people[row] != people[anchor]]


def as_tuples(triplets):
    return [tuple(triplet) for triplet in triplets.tolist()]


@settings(deadline=None, max_examples=40)
@given(CROWDS, SEEDS)
def test_hard_triplets_are_the_worst_of_each_anchor(people, seed):
    distances = distances_of(people, seed)
    expected = []
    for anchor in range(len(people)):
        positives, negatives = others(people, anchor)
        if positives and negatives:
            farthest = max(positives, key=lambda row: distances[anchor, row])
            nearest = min(negatives, key=lambda row: distances[anchor, row])
            expected.append((anchor, farthest, nearest))
    assert as_tuples(hard_triplets(distances, people)) == expected


@settings(deadline=None, max_examples=40)
@given(CROWDS, SEEDS)
def test_semi_hard_negatives_are_the_nearest_beyond_the_positive(people, seed):
    distances = distances_of(people, seed)
    expected = []
    for anchor in range(len(people)):
        positives, negatives = others(people, anchor)
        for positive in positives if negatives else ():
            beyond = [
                row for row in negatives if distances[anchor, row] > distances[anchor, positive]
            ]
            negative = (
                min(beyond, key=lambda row: distances[anchor, row])
                if beyond
                else max(negatives, key=lambda row: distances[anchor, row])
            )
            expected.append((anchor, positive, negative))
    assert as_tuples(semi_hard_triplets(distances, people)) == expected


@settings(deadline=None, max_examples=40)
@given(CROWDS, SEEDS)
def test_random_triplets_hold_every_pair_once_with_somebody_else(people, seed):
    found = as_tuples(random_triplets(people, torch.Generator().manual_seed(seed)))
    expected = [
        (anchor, positive)
        for anchor in range(len(people))
        for positive in (others(people, anchor)[0] if others(people, anchor)[1] else ())
    ]
    assert [triplet[:2] for triplet in found] == expected
    assert all(people[negative] != people[anchor] for anchor, _, negative in found)


def test_every_negative_is_drawn_equally_often():
    people = torch.tensor([0, 0, 1, 2, 3])
    random = torch.Generator().manual_seed(1)
    drawn = torch.cat([random_triplets(people, random)[:, 2] for _ in range(1500)])
    counts = torch.bincount(drawn, minlength=5).double() / len(drawn)
    assert counts[:2].tolist() == [0, 0]
    np.testing.assert_allclose(counts[2:], 1 / 3, atol=0.03)


@settings(deadline=None, max_examples=40)
@given(CROWDS, SEEDS, st.floats(0.01, 2))
def test_the_active_share_counts_triplets_with_a_loss(people, seed, margin):
    distances = distances_of(people, seed)
    triplets = random_triplets(people, torch.Generator().manual_seed(seed))
    losses = triplet_losses(distances, triplets, margin)
    expected = sum(loss > 0 for loss in losses.tolist()) / len(losses) if len(losses) else 0
    assert active_share(distances, triplets, margin) == pytest.approx(expected)


@settings(deadline=None, max_examples=40)
@given(CROWDS, SEEDS)
def test_hard_triplets_teach_no_less_often_than_random_ones(people, seed):
    distances, random = distances_of(people, seed), torch.Generator().manual_seed(seed)
    losses = {
        each: triplet_losses(distances, select(each, distances, people, random))
        for each in Selection
    }
    if len(losses[Selection.HARD]):
        assert losses[Selection.HARD].max() >= losses[Selection.RANDOM].max() - 1e-12
        assert losses[Selection.HARD].max() >= losses[Selection.SEMI_HARD].max() - 1e-12


@settings(deadline=None, max_examples=40)
@given(CROWDS, st.permutations(range(10)), SEEDS)
def test_the_order_of_the_faces_does_not_matter(people, order, seed):
    order = torch.tensor([row for row in order if row < len(people)])
    distances = distances_of(people, seed)
    for choose in (hard_triplets, semi_hard_triplets):
        shuffled = order[choose(distances[order][:, order], people[order])]
        assert set(as_tuples(shuffled)) == set(as_tuples(choose(distances, people)))


def test_the_same_generator_draws_the_same_triplets():
    people = torch.tensor([0, 0, 1, 1, 2, 2])
    distances = distances_of(people, 1)
    first, again = (
        select(Selection.RANDOM, distances, people, torch.Generator().manual_seed(3))
        for _ in range(2)
    )
    assert torch.equal(first, again)


@pytest.mark.parametrize("people", [[0, 0, 0], [0, 1, 2]])
@pytest.mark.parametrize("selection", list(Selection))
def test_one_person_or_one_face_each_makes_no_triplets(people, selection):
    people = torch.tensor(people)
    found = select(selection, distances_of(people, 1), people, torch.Generator())
    assert found.shape == (0, 3)
    assert active_share(distances_of(people, 1), found, 0.2) == 0
