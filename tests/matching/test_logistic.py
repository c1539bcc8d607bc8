import math

import numpy as np
import pytest

from facedesk.matching.logistic import balanced, fit_logistic, fit_platt


def loss(weights, bias, features, targets, shares, l2):
    """Weighted log-loss of a logistic regression, and what its weights cost, pair by pair."""
    total = 0.0
    for row, target, share in zip(features, targets, shares, strict=True):
        p = 1 / (1 + math.exp(-(sum(w * x for w, x in zip(weights, row, strict=True)) + bias)))
        total -= share * (target * math.log(p) + (1 - target) * math.log(1 - p))
    deviations = np.std(features, axis=0)
    return total + l2 / 2 * sum((w * d) ** 2 for w, d in zip(weights, deviations, strict=True))


@pytest.fixture
def pairs():
    """Features (60, 3) of which the first tells much and the last nothing, and the truth."""
    random = np.random.default_rng(1)
    same = random.random(60) < 0.3
    features = random.standard_normal((60, 3)) * [1, 5, 0.2] + np.outer(same, [-1.5, 2, 0])
    return features, same


@pytest.mark.parametrize("l2", [0.01, 0.3])
def test_no_small_step_lowers_the_loss(pairs, l2):
    features, same = pairs
    targets, shares = same.astype(float), balanced(same)
    weights, bias = fit_logistic(features, targets, shares, l2)
    least = loss(weights, bias, features, targets, shares, l2)
    for step in np.random.default_rng(2).standard_normal((50, 4)) * 0.05:
        other = loss(weights + step[:3], bias + step[3], features, targets, shares, l2)
        assert other > least - 1e-6


def test_the_unit_of_a_feature_does_not_matter(pairs):
    features, same = pairs
    scale, shift = np.array([1000, 0.001, 3]), np.array([5, -7, 0])
    targets, shares = same.astype(float), balanced(same)
    weights, bias = fit_logistic(features, targets, shares, 0.05)
    scaled, moved = fit_logistic(features * scale + shift, targets, shares, 0.05)
    np.testing.assert_allclose(
        (features * scale + shift) @ scaled + moved, features @ weights + bias, atol=1e-3
    )


def test_the_same_pairs_give_the_same_fit(pairs):
    features, same = pairs
    first, second = (fit_logistic(features, same * 1.0, balanced(same), 0.1) for _ in range(2))
    np.testing.assert_array_equal(first[0], second[0])
    assert first[1] == second[1]


def test_where_nothing_tells_them_apart_the_probability_is_their_share_whatever_weights_cost():
    same = np.arange(50) < 10
    weights, bias = fit_logistic(np.full((50, 1), 3.0), same * 1.0, np.full(50, 1 / 50), 5.0)
    assert 1 / (1 + math.exp(-(weights[0] * 3 + bias))) == pytest.approx(0.2, abs=1e-4)


def test_platt_finds_the_odds_again_that_were_bent():
    random = np.random.default_rng(3)
    odds = random.uniform(-6, 6, 40_000)
    same = random.random(40_000) < 1 / (1 + np.exp(-odds))
    slope, offset = fit_platt(4 * odds - 8, same, np.full(40_000, 1 / 40_000))
    assert slope == pytest.approx(1 / 4, rel=0.03)
    assert offset == pytest.approx(2, abs=0.1)


def test_platt_promises_no_certainty_where_all_pairs_lie_on_their_side():
    logits = np.array([-5.0, -4.0, 4.0, 5.0])
    same = logits > 0
    slope, offset = fit_platt(logits, same, balanced(same))
    assert 1 / (1 + math.exp(-(4.5 * slope + offset))) == pytest.approx(3 / 4, abs=0.02)


def test_both_answers_weigh_the_same():
    same = np.array([True, False, False, False])
    np.testing.assert_allclose(balanced(same), [1 / 2, 1 / 6, 1 / 6, 1 / 6])
