"""Where everyone sits: a map on which near are those whose faces are alike."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from facedesk.insight.layout import laid_out
from facedesk.matching.distance import distances

_LAID_OUT = 1500  # people; further ones are placed among them, as new faces are
_TOO_FEW = 6  # to have neighbours
_SEED = 1
_AMONG = 15  # people, a new face is placed
_FADING = 0.03  # of the distance to the nearest: who is farther by so much counts e times less
_NEAR = 5
_ROWS = 500  # templates held against all others at a time, so that memory stays small


@dataclass(frozen=True, eq=False)
class FaceMap:
    """A map of N templates, on which further ones find their place.

    vectors: unit, float32 (N, D). places: float64 (N, 2). nearest: the row of the nearest other of
    each, int (N,), and apart: the distance d to them, float32 (N,); both empty where N is 1. kept:
    of which share of the people the nearest other is among the five nearest on the map, 0…1.
    The arrays are read-only.
    """

    vectors: np.ndarray
    places: np.ndarray
    nearest: np.ndarray
    apart: np.ndarray
    kept: float

    def __post_init__(self) -> None:
        for values in (self.vectors, self.places, self.nearest, self.apart):
            values.setflags(write=False)

    def place(self, vectors: np.ndarray) -> np.ndarray:
        """Return where other templates lie: unit, float32 (M, D) -> float64 (M, 2).

        That is among those on the map whom they are most alike, nearest to whom they are most.
        """
        return _placed(vectors, self.vectors, self.places)


def face_map(
    vectors: np.ndarray, progress: Callable[[int, int], None] = lambda done, total: None
) -> FaceMap:
    """Make the map of templates: unit, float32 (N, D), at least one; the same for the same ones.

    progress: told steps done and steps in all; whatever it raises ends the work. Few people lie
    by the two directions in which they differ most (principal components), others by laid_out.
    """
    places = np.zeros((len(vectors), 2))
    order = np.random.default_rng(_SEED).permutation(len(vectors))
    first, further = np.sort(order[:_LAID_OUT]), order[_LAID_OUT:]
    some = vectors[first]
    places[first] = components = _components(some)
    if len(some) >= _TOO_FEW:
        apart = distances(some, some).astype(np.float64)
        places[first] = laid_out(apart, components, progress)
    places[further] = _placed(vectors[further], some, places[first])
    rows, apart = nearest_others(vectors, lambda: progress(0, 0))
    return FaceMap(vectors, places, rows, apart, _kept(places, rows))


def nearest(vectors: np.ndarray, vector: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of the nearest templates, (C,), and their distances d, (C,), nearest first.

    vectors: unit, float32 (N, D). vector: unit (D,). count: C, or N where there are fewer.
    """
    apart = distances(vector[None], vectors)[0]
    rows = np.argsort(apart, kind="stable")[:count]
    return rows, apart[rows]


def nearest_others(
    vectors: np.ndarray, each_time: Callable[[], None] = lambda: None
) -> tuple[np.ndarray, np.ndarray]:
    """Return of each template the row of the nearest other, (N,), and the distance d, (N,).

    Both are empty where there is no other. vectors: unit, float32 (N, D). each_time: called now and
    then; what it raises ends it.
    """
    if len(vectors) < 2:
        return np.empty(0, np.intp), np.empty(0, np.float32)
    rows, apart = np.empty(len(vectors), np.intp), np.empty(len(vectors), np.float32)
    for start in range(0, len(vectors), _ROWS):
        each_time()
        some = distances(vectors[start : start + _ROWS], vectors)
        own = np.arange(len(some))
        some[own, start + own] = np.inf
        rows[start : start + _ROWS] = some.argmin(axis=1)
        apart[start : start + _ROWS] = some.min(axis=1)
    return rows, apart


def _components(vectors: np.ndarray) -> np.ndarray:
    """Return the two principal components of vectors, float64 (N, 2)."""
    centred = vectors - vectors.mean(axis=0, dtype=np.float64)
    _, directions = np.linalg.eigh(centred.T @ centred)
    axes = directions[:, ::-1][:, :2]
    # Of the two directions of an axis, always the same one.
    return centred @ (axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1))


def _placed(vectors: np.ndarray, others: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return where vectors (M, D) lie among others (N, D), of whom the places (N, 2) are known."""
    found = np.empty((len(vectors), 2))
    among = min(_AMONG, len(others))
    for start in range(0, len(vectors), _ROWS):
        apart = distances(vectors[start : start + _ROWS], others).astype(np.float64)
        rows = np.argpartition(apart, among - 1, axis=1)[:, :among]
        near = np.take_along_axis(apart, rows, axis=1)
        least = near.min(axis=1, keepdims=True)
        weights = np.exp((least - near) / (_FADING * np.maximum(least, 1e-6)))
        weights /= weights.sum(axis=1, keepdims=True)
        found[start : start + _ROWS] = (weights[:, :, None] * places[rows]).sum(axis=1)
    return found


def _kept(places: np.ndarray, nearest: np.ndarray) -> float:
    """Return FaceMap.kept. nearest: the row of the nearest other of each; empty for one alone."""
    if not len(nearest):
        return 1.0
    own = np.linalg.norm(places - places[nearest], axis=1)
    kept = 0
    for start in range(0, len(places), _ROWS):
        some = places[start : start + _ROWS, None]
        apart = np.hypot(*np.moveaxis(some - places, -1, 0))
        # One of those nearer is the person.
        kept += int(((apart < own[start : start + _ROWS, None]).sum(axis=1) <= _NEAR).sum())
    return kept / len(places)
