"""The cohort: strangers' statistics that make scores comparable between people.

The product holds no stranger's template. It holds a mixture of normal distributions, each with the
mean and the covariance of hundreds of strangers, from which the same 8,000 artificial templates are
drawn on every computer. One distribution alone does not have what makes scores hard to compare:
that there are kinds of faces, some of which the encoder tells apart less well than others.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from facedesk import resources
from facedesk.encoder.template import unit
from facedesk.matching.distance import distances

_SIZE = 8000
_NEAREST = 200
_EVERY = 16  # of the templates, which are enough to hold against each other
_ROWS = 100  # vectors held against the cohort at a time, so that it stays in the processor's cache
_SEED = 20260101
_PARTS = 16
_PER_PART = 200  # fewer strangers than this each, and there are fewer parts
_SHARED = 0.1  # of each part's covariance: that within all parts, so that none lacks a direction


@dataclass(frozen=True)
class Cohort:
    """A mixture of P parts, of `count` templates of one encoder.

    weights: float64 (P,), summing to 1. means: float64 (P, D). covariances: float64 (P, D, D).
    """

    weights: np.ndarray
    means: np.ndarray
    covariances: np.ndarray
    encoder_id: str
    source: str
    count: int

    @property
    def dimensions(self) -> int:
        """Numbers in a template, D."""
        return self.means.shape[1]

    @cached_property
    def templates(self) -> np.ndarray:
        """Artificial templates, float32 (8000, D), unit length; the same on every computer."""
        return self.draw(_SIZE, np.random.default_rng(_SEED))

    @cached_property
    def directions(self) -> np.ndarray:
        """Axes at right angles, the columns of float64 (D, D), the most telling ones first.

        They are the eigenvectors of the mean of x·xᵀ over all templates x.
        """
        squares = self.covariances + self.means[:, :, None] * self.means[:, None, :]
        _, axes = np.linalg.eigh(np.tensordot(self.weights, squares, axes=1))
        return np.ascontiguousarray(axes[:, ::-1])

    @cached_property
    def someone_else(self) -> float:
        """Distance d beyond which two pictures hardly ever show one person.

        Of pairs of strangers, one in a hundred is nearer.
        """
        some = self.templates[::_EVERY]
        rows, columns = np.triu_indices(len(some), 1)
        return float(np.quantile(distances(some, some)[rows, columns], 0.01))

    def draw(self, count: int, random: np.random.Generator) -> np.ndarray:
        """Return artificial templates, float32 (count, D), unit length; part after part."""
        drawn = []
        # Cholesky's factor is unique and changes little when its input does, unlike eigenvectors,
        # so that other libraries of linear algebra draw the same. The ridge is for covariances
        # without full rank.
        ridge = 1e-9 * np.eye(self.dimensions)
        for mean, covariance, size in zip(
            self.means, self.covariances, self._sizes(count), strict=True
        ):
            factor = np.linalg.cholesky(covariance + ridge)
            drawn.append(mean + random.standard_normal((size, self.dimensions)) @ factor.T)
        return unit(np.concatenate(drawn))

    def statistics(self, vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return mean and standard deviation of each vector's 200 best similarities to the cohort.

        vectors: float32 (N, D), unit length -> float32 (N,), (N,). Similarity is 2 − d.
        """
        mean, deviation = np.empty((2, len(vectors)), np.float32)
        for start in range(0, len(vectors), _ROWS):
            rows = slice(start, start + _ROWS)
            products = vectors[rows] @ self.templates.T
            products.partition(_SIZE - _NEAREST, axis=1)
            nearest = products[:, -_NEAREST:]
            mean[rows] = nearest.sum(axis=1) / _NEAREST
            nearest -= mean[rows, None]
            nearest *= nearest
            deviation[rows] = nearest.sum(axis=1) / _NEAREST
        return 2 * mean, 2 * np.sqrt(deviation)

    def as_one_part(self) -> "Cohort":
        """Return the single normal distribution with the mean and covariance of the mixture."""
        mean = self.weights @ self.means
        apart = self.means - mean
        within = np.tensordot(self.weights, self.covariances, axes=1)
        covariance = within + (self.weights[:, None] * apart).T @ apart
        return Cohort(
            np.ones(1), mean[None], covariance[None], self.encoder_id, self.source, self.count
        )

    def _sizes(self, count: int) -> list[int]:
        """Return how many templates each part gives, `count` in all."""
        ends = np.rint(np.cumsum(self.weights) / self.weights.sum() * count).astype(int)
        return np.diff(ends, prepend=0).tolist()


def cohort_of(vectors: Iterable[np.ndarray], encoder_id: str, source: str) -> Cohort:
    """Sum up unit vectors (D,) into a cohort; there must be two or more.

    The parts are clusters (k-means).
    """
    from scipy.cluster.vq import kmeans2

    stacked = np.stack(list(vectors)).astype(np.float64)
    parts = int(np.clip(len(stacked) // _PER_PART, 1, _PARTS))
    _, labels = kmeans2(stacked, parts, iter=30, minit="++", rng=np.random.default_rng(_SEED))
    clusters = [stacked[labels == part] for part in range(parts)]
    clusters = [cluster for cluster in clusters if len(cluster) > 1]
    means = np.stack([cluster.mean(axis=0) for cluster in clusters])
    own = np.stack([np.cov(cluster, rowvar=False) for cluster in clusters])
    weights = np.array([len(cluster) for cluster in clusters]) / sum(map(len, clusters))
    shared = np.tensordot(weights, own, axes=1)
    covariances = (1 - _SHARED) * own + _SHARED * shared
    return Cohort(weights, means, covariances, encoder_id, source, len(stacked))


def save_cohort(cohort: Cohort) -> bytes:
    """Return the cohort as the contents of an .npz file."""
    rows, columns = np.tril_indices(cohort.dimensions)
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        weights=cohort.weights,
        means=cohort.means.astype(np.float32),
        # Symmetric, so that the lower half says it all.
        covariances=cohort.covariances[:, rows, columns].astype(np.float32),
        encoder_id=cohort.encoder_id,
        source=cohort.source,
        count=cohort.count,
    )
    return buffer.getvalue()


def load_cohort(encoder_id: str) -> Cohort:
    """Return the cohort shipped for an encoder. Raises ResourceMissing."""
    return read_cohort(resources.read(f"cohort/{encoder_id}.npz"))


def read_cohort(data: bytes) -> Cohort:
    """Return the cohort that an .npz file holds, by its contents."""
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        means = file["means"].astype(np.float64)
        parts, dimensions = means.shape
        rows, columns = np.tril_indices(dimensions)
        covariances = np.empty((parts, dimensions, dimensions))
        covariances[:, rows, columns] = covariances[:, columns, rows] = file["covariances"]
        return Cohort(
            file["weights"],
            means,
            covariances,
            str(file["encoder_id"]),
            str(file["source"]),
            int(file["count"]),
        )
