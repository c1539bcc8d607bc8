import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional as F

from facedesk.training.losses import drift, spread, squared_distances, triplet_losses

SEEDS = st.integers(0, 10_000)


def encodings(seed, count=9, dimensions=5):
    random = torch.Generator().manual_seed(seed)
    return F.normalize(torch.randn(count, dimensions, generator=random, dtype=torch.float64))


def triplets_of(seed, count=9, triplets=7):
    random = np.random.default_rng(seed)
    rows = [random.choice(count, 3, replace=False) for _ in range(triplets)]
    return torch.from_numpy(np.array(rows))


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_the_distance_is_the_square_of_the_length_of_the_difference(seed):
    first, second = encodings(seed), encodings(seed + 1)
    found = squared_distances(first, second)
    for i in range(9):
        for j in range(9):
            assert float(found[i, j]) == pytest.approx(float(((first[i] - second[j]) ** 2).sum()))


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_distances_of_unit_vectors_lie_between_0_and_4(seed):
    first = encodings(seed)
    found = squared_distances(first, torch.cat([first, -first]))
    assert float(found.min()) >= 0
    assert float(found.max()) <= 4
    torch.testing.assert_close(found[:, :9], found[:, :9].T)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.floats(0, 1))
def test_the_loss_is_that_of_the_formula_for_each_triplet(seed, margin):
    each = encodings(seed).numpy()
    triplets = triplets_of(seed)
    found = triplet_losses(squared_distances(*[encodings(seed)] * 2), triplets, margin)
    for loss, (a, p, n) in zip(found.tolist(), triplets.tolist(), strict=True):
        near, far = ((each[a] - each[p]) ** 2).sum(), ((each[a] - each[n]) ** 2).sum()
        assert loss == pytest.approx(max(near - far + margin, 0), abs=1e-9)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.floats(0.01, 1))
def test_loss_and_gradient_are_those_of_torch(seed, margin):
    ours, theirs = (encodings(seed).requires_grad_() for _ in range(2))
    triplets = triplets_of(seed)
    triplet_losses(squared_distances(ours, ours), triplets, margin).mean().backward()
    criterion = torch.nn.TripletMarginWithDistanceLoss(
        distance_function=lambda x, y: (x - y).square().sum(dim=1), margin=margin
    )
    criterion(*(theirs[triplets[:, column]] for column in range(3))).backward()
    # Written with products, distances have another gradient along each vector, which the
    # normalisation before it takes away.
    for each in (ours, theirs):
        along = (each.grad * each.detach()).sum(dim=1, keepdim=True)
        each.grad -= along * each.detach()
    torch.testing.assert_close(ours.grad, theirs.grad)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.integers(0, 10_000))
def test_turning_all_encodings_changes_no_loss(seed, turn):
    random = np.random.default_rng(turn)
    rotation = torch.from_numpy(np.linalg.qr(random.standard_normal((5, 5)))[0])
    each, triplets = encodings(seed), triplets_of(seed)
    turned = each @ rotation
    torch.testing.assert_close(
        triplet_losses(squared_distances(each, each), triplets),
        triplet_losses(squared_distances(turned, turned), triplets),
    )


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_the_drift_is_the_mean_squared_distance_from_before(seed):
    now, before = encodings(seed), encodings(seed + 1)
    expected = np.mean([((a - b) ** 2).sum() for a, b in zip(now, before, strict=True)])
    assert float(drift(now, before)) == pytest.approx(expected)
    assert float(drift(now, now)) == 0


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_the_spread_is_the_mean_distance_of_all_pairs(seed):
    each = encodings(seed)
    assert spread(each) == pytest.approx(float(squared_distances(each, each).mean()))


def test_equal_encodings_have_no_spread():
    assert spread(encodings(1)[:1].repeat(6, 1)) == pytest.approx(0, abs=1e-12)
