"""Geometry of boxes: overlap, suppression, squares. A box is x1, y1, x2, y2 in pixels."""

import numpy as np


def areas(boxes: np.ndarray) -> np.ndarray:
    """Return the area of each box: (N, 4) -> (N,); a box turned inside out has none."""
    return np.clip(boxes[:, 2] - boxes[:, 0], 0, None) * np.clip(boxes[:, 3] - boxes[:, 1], 0, None)


def intersections(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the area shared by each pair of boxes: (N, 4), (M, 4) -> (N, M)."""
    width, height = (_shared(first[:, axis::2], second[:, axis::2]) for axis in (0, 1))
    return width * height


def _shared(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the length shared by each pair of spans, from … to: (N, 2), (M, 2) -> (N, M)."""
    start = np.maximum(first[:, None, 0], second[None, :, 0])
    end = np.minimum(first[:, None, 1], second[None, :, 1])
    return np.maximum(end - start, 0)


def overlaps(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return intersection over union of each pair of boxes: (N, 4), (M, 4) -> (N, M), 0…1."""
    shared = intersections(first, second)
    union = areas(first)[:, None] + areas(second)[None, :] - shared
    return shared / np.maximum(union, 1e-9)


def coverages(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return intersection over the smaller area of each pair: (N, 4), (M, 4) -> (N, M), 0…1."""
    smaller = np.minimum(areas(first)[:, None], areas(second)[None, :])
    return intersections(first, second) / np.maximum(smaller, 1e-9)


def suppress(conflicts: np.ndarray, scores: np.ndarray, limit: float) -> np.ndarray:
    """Return the indices of the boxes to keep, best score first (greedy non-maximum suppression).

    conflicts: (N, N), how much each pair of boxes overlaps; a pair above `limit` keeps its better.
    """
    remaining = np.argsort(-scores, kind="stable")
    kept = []
    while len(remaining):
        best, remaining = remaining[0], remaining[1:]
        kept.append(best)
        remaining = remaining[conflicts[best, remaining] <= limit]
    return np.array(kept, dtype=np.intp)


def squares(boxes: np.ndarray) -> np.ndarray:
    """Grow the shorter side of each box around its centre: (N, 4) -> (N, 4)."""
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    half = np.max(boxes[:, 2:] - boxes[:, :2], axis=1, keepdims=True) / 2
    return np.concatenate([centres - half, centres + half], axis=1)
