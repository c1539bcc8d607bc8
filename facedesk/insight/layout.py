"""Lays points of many dimensions out on a plane, so that neighbours stay neighbours: t-SNE.

Source: van der Maaten and Hinton, "Visualizing Data using t-SNE", 2008. Of each point, the others
get shares by how near they are; the plane is searched on which the shares are most alike.
"""

from collections.abc import Callable

import numpy as np

STEPS = 300
# Steps in the beginning, in which neighbours pull more, so that they find each other.
_EXAGGERATED = 60
_EXAGGERATION = 12.0
_NEIGHBOURS = 5.0  # that each point has, in effect
_HALVINGS = 40
_SPREAD = 1e-4  # of the beginning: nothing is decided by it


def laid_out(
    apart: np.ndarray, start: np.ndarray, progress: Callable[[int, int], None]
) -> np.ndarray:
    """Return places on a plane, float64 (N, 2), the same for the same points.

    apart: (N, N), squared distances, N ≥ 4. start: (N, 2), such as the principal components.
    progress: told steps done and steps in all; whatever it raises ends the work.
    """
    wanted = _both_ways(apart).astype(np.float32)
    places = (start / max(start[:, 0].std(), 1e-12) * _SPREAD).astype(np.float32)
    speed, gains = np.zeros_like(places), np.ones_like(places)
    rate = max(len(places) / _EXAGGERATION, 10.0)
    for step in range(STEPS):
        progress(step, STEPS)
        early = step < _EXAGGERATED
        slope = _slope(places, wanted, _EXAGGERATION if early else 1.0)
        # Jacobs, "Increased rates of convergence through learning rate adaptation", 1988.
        gains = np.maximum(np.where(slope * speed > 0, gains * 0.8, gains + 0.2), 0.01)
        speed = (0.5 if early else 0.8) * speed - rate * gains * slope
        places = places + speed
    progress(STEPS, STEPS)
    return (places - places.mean(axis=0)).astype(np.float64)


def shares(apart: np.ndarray, neighbours: float) -> np.ndarray:
    """Return how much each of the others is a neighbour: (N, K) squared distances -> (N, K).

    Each row sums to 1. It falls off as exp(−b · apart), with the b for which as many neighbours
    count as wanted: e to the entropy of the row. neighbours: above 1, below K.
    """
    apart = apart - apart.min(axis=1, keepdims=True)
    low, high = np.zeros(len(apart)), np.full(len(apart), np.inf)
    b = 1 / np.maximum(np.median(apart, axis=1), 1e-12)
    for _ in range(_HALVINGS):
        found = np.exp(-apart * b[:, None])
        total = found.sum(axis=1)
        entropy = np.log(total) + b * (apart * found).sum(axis=1) / total
        too_many = entropy > np.log(neighbours)
        low, high = np.where(too_many, b, low), np.where(too_many, high, b)
        b = np.where(np.isinf(high), b * 2, (low + high) / 2)
    return found / total[:, None]


def _both_ways(apart: np.ndarray) -> np.ndarray:
    """Return the shares of all pairs, (N, N), symmetric, 1 in all, and 0 with oneself."""
    count = len(apart)
    others = ~np.eye(count, dtype=bool)
    found = np.zeros((count, count))
    rows = apart[others].reshape(count, count - 1)
    found[others] = shares(rows, min(_NEIGHBOURS, (count - 1) / 2)).ravel()
    return (found + found.T) / (2 * count)


def _slope(places: np.ndarray, wanted: np.ndarray, exaggeration: float) -> np.ndarray:
    """Return the gradient of the Kullback-Leibler divergence of the shares: float32 (N, 2)."""
    lengths = (places**2).sum(axis=1)
    near = places @ (-2 * places.T)
    near += lengths + 1
    near += lengths[:, None]
    np.maximum(near, 1, out=near)
    np.reciprocal(near, out=near)
    np.fill_diagonal(near, 0)
    pull = wanted * np.float32(exaggeration)
    pull -= near / near.sum()
    pull *= near
    return 4 * (pull.sum(axis=1)[:, None] * places - pull @ places)
