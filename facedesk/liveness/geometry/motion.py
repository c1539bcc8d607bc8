"""How a plane moves from one picture to another, with and without the relief of a head on it."""

from dataclasses import dataclass

import numpy as np

_ROUNDS = 5  # of weighing down points that disagree; more change nothing
_TOLERATED = 2.5  # times the median residual
_STIFF = 5e-4  # keeps the perspective part small where the points do not say what it is


@dataclass(frozen=True, eq=False)
class Motions:
    """M motions, fitted to the same points of M pairs of moments.

    terms: float64 (M, 2, K): what x and y at the second moment are made of. perspective: (M, 2).
    residual: (M,), mean square of what is left, points that disagree counting less. uncertain:
    (M, K), standard deviation of each term if what is left is noise.
    """

    terms: np.ndarray
    perspective: np.ndarray
    residual: np.ndarray
    uncertain: np.ndarray

    def plane_at(self, places: np.ndarray) -> np.ndarray:
        """Return where a plane takes places (M, N, 2): (M, N, 2)."""
        there = _with_one(places) @ self.terms[:, :, :3].swapaxes(1, 2)
        return there / _distance(places, self.perspective)[..., None]


def fitted(
    before: np.ndarray, after: np.ndarray, seen: np.ndarray, depth: np.ndarray | None = None
) -> Motions:
    """Fit x' = (A x + t + b z) / (1 + w·x) to points, robustly.

    before, after: (M, N, 2), places at two moments. seen: bool (M, N), at both. depth: z of each
    place, (M, N); without, there is no b and the motion is a homography.
    """
    columns = _with_one(before)
    if depth is not None:
        columns = np.concatenate([columns, depth[..., None]], axis=2)
    pairs, count, k = columns.shape
    rows = np.zeros((pairs, count, 2, 2 * k + 2))
    rows[:, :, 0, :k] = rows[:, :, 1, k : 2 * k] = columns
    rows[:, :, :, 2 * k :] = -after[..., None] * before[:, :, None, :]
    rows = rows.reshape(pairs, 2 * count, -1)
    wanted = after.reshape(pairs, 2 * count, 1)
    stiff = np.full(2 * k + 2, 1e-9)
    stiff[2 * k :] = _STIFF
    known = seen.sum(axis=1)[:, None, None]
    weights, distance = seen.astype(np.float64), np.ones(seen.shape)
    for _ in range(_ROUNDS):
        weighed = rows * np.repeat(weights / distance**2, 2, axis=1)[..., None]
        squares = weighed.swapaxes(1, 2) @ rows + known * np.diag(stiff)
        found = np.linalg.solve(squares, weighed.swapaxes(1, 2) @ wanted)[..., 0]
        perspective = found[:, 2 * k :]
        terms = found[:, : 2 * k].reshape(pairs, 2, k)
        distance = _distance(before, perspective)
        there = columns @ terms.swapaxes(1, 2) / distance[..., None]
        off = np.linalg.norm(after - there, axis=2)
        limit = _TOLERATED * np.nanmedian(np.where(seen, off, np.nan), axis=1) + 1e-4
        weights = seen * np.minimum(1, limit[:, None] / np.maximum(off, 1e-9))
    residual = (weights * off**2).sum(axis=1) / weights.sum(axis=1)
    spread = np.diagonal(np.linalg.inv(squares), axis1=1, axis2=2)[:, : 2 * k]
    spread = spread.reshape(pairs, 2, k).mean(axis=1) * residual[:, None] / 2
    return Motions(terms, perspective, residual, np.sqrt(spread))


def _with_one(places: np.ndarray) -> np.ndarray:
    return np.concatenate([places, np.ones((*places.shape[:2], 1))], axis=2)


def _distance(places: np.ndarray, perspective: np.ndarray) -> np.ndarray:
    """Return the denominators, (M, N); a face is never as oblique as the limits allow."""
    return np.clip(1 + (places * perspective[:, None]).sum(axis=2), 0.3, 3)
