"""Where everyone sits: a map on which near are those whose faces are alike."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class FaceMap:
    """A map of N templates, on which further ones find their place.

    places: float32 (N, 2), read-only. explained: which share of the differences between the
    templates can be seen on the map, 0…1.
    """

    places: np.ndarray
    explained: float
    mean: np.ndarray
    axes: np.ndarray

    def place(self, vectors: np.ndarray) -> np.ndarray:
        """Return where other templates lie: unit, float32 (M, D) -> float32 (M, 2)."""
        return ((vectors - self.mean) @ self.axes).astype(np.float32)


def face_map(vectors: np.ndarray) -> FaceMap:
    """Make the map of templates: unit, float32 (N, D), at least one.

    Its axes are the two directions in which they differ most (principal components).
    """
    mean = vectors.mean(axis=0, dtype=np.float64)
    centred = vectors - mean
    values, directions = np.linalg.eigh(centred.T @ centred)
    axes = directions[:, ::-1][:, :2]
    # Of the two directions of an axis, always the same one.
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1)
    places = (centred @ axes).astype(np.float32)
    places.setflags(write=False)
    total = values.sum()
    explained = float(values[-2:].sum() / total) if total > 1e-12 else 1.0
    return FaceMap(places, explained, mean, axes)


def nearest(vectors: np.ndarray, vector: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the rows of the nearest templates, (C,), and their distances d, (C,), nearest first.

    vectors: unit, float32 (N, D). vector: unit (D,). count: C, or N where there are fewer.
    """
    from facedesk.matching.distance import distances

    apart = distances(vector[None], vectors)[0]
    rows = np.argsort(apart, kind="stable")[:count]
    return rows, apart[rows]
