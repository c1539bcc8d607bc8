import numpy as np
import pytest
from crowd import crowd

from facedesk.insight.layout import STEPS, _slope, laid_out, shares
from facedesk.matching.distance import distances


def told(_done, _total):
    pass


def test_each_row_of_shares_has_as_many_neighbours_as_wanted():
    apart = np.random.default_rng(1).uniform(0.01, 3, (20, 40))
    found = shares(apart, 7)
    np.testing.assert_allclose(found.sum(axis=1), 1)
    entropy = -(found * np.log(found)).sum(axis=1)
    np.testing.assert_allclose(np.exp(entropy), 7, rtol=1e-4)
    assert (np.argsort(found, axis=1) == np.argsort(-apart, axis=1)).all()


def test_shares_of_equal_distances_are_equal():
    np.testing.assert_allclose(shares(np.zeros((2, 4)), 2), 0.25)


def test_the_slope_is_that_of_the_divergence():
    random = np.random.default_rng(1)
    places = random.standard_normal((9, 2))
    wanted = random.uniform(0.1, 1, (9, 9))
    np.fill_diagonal(wanted, 0)
    wanted = (wanted + wanted.T) / (wanted + wanted.T).sum()

    def divergence(places):
        near = 1 / (1 + ((places[:, None] - places) ** 2).sum(axis=2))
        np.fill_diagonal(near, 0)
        there = wanted > 0
        return (wanted[there] * np.log(wanted[there] / (near / near.sum())[there])).sum()

    slope = _slope(places, wanted, 1.0)
    for place in np.ndindex(places.shape):
        step = np.zeros_like(places)
        step[place] = 1e-5
        difference = (divergence(places + step) - divergence(places - step)) / 2e-5
        assert slope[place] == pytest.approx(difference, abs=1e-5)


def test_people_of_one_kind_lie_together():
    centres = np.repeat(crowd(3), 10, axis=0)
    vectors = centres + 0.05 * np.random.default_rng(2).standard_normal(centres.shape)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    places = laid_out(distances(vectors, vectors), vectors[:, :2], told).reshape(3, 10, 2)
    middles = places.mean(axis=1)
    within = np.linalg.norm(places - middles[:, None], axis=2).max()
    assert within < min(
        np.linalg.norm(middles[a] - middles[b]) for a, b in ((0, 1), (0, 2), (1, 2))
    )


def test_the_same_points_get_the_same_places_and_progress_is_told():
    vectors, seen = crowd(12), []
    apart = distances(vectors, vectors)
    first = laid_out(apart, vectors[:, :2], lambda *counts: seen.append(counts))
    np.testing.assert_array_equal(laid_out(apart, vectors[:, :2], told), first)
    assert (seen[0], seen[-1]) == ((0, STEPS), (STEPS, STEPS))


def test_people_who_are_all_the_same_have_places_too():
    vectors = np.repeat(crowd(1), 8, axis=0)
    assert np.isfinite(laid_out(distances(vectors, vectors), np.zeros((8, 2)), told)).all()
