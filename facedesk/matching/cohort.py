"""The cohort: strangers' statistics that make scores comparable between people.

The product holds no stranger's template. It holds the mean and the covariance of many, from which
the same 8,000 artificial templates are drawn on every computer.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from facedesk import resources
from facedesk.encoder.template import unit

_SIZE = 8000
_NEAREST = 300
_SEED = 20260101


@dataclass(frozen=True)
class Cohort:
    """mean: float64 (D,); covariance: float64 (D, D), of `count` templates of one encoder."""

    mean: np.ndarray
    covariance: np.ndarray
    encoder_id: str
    source: str
    count: int

    @cached_property
    def templates(self) -> np.ndarray:
        """Artificial templates, float32 (8000, D), unit length; the same on every computer."""
        # Cholesky's factor is unique and changes little when its input does, unlike eigenvectors,
        # so that other libraries of linear algebra draw the same. The ridge is for covariances
        # without full rank.
        ridge = 1e-9 * np.eye(len(self.mean))
        factor = np.linalg.cholesky(self.covariance + ridge)
        noise = np.random.default_rng(_SEED).standard_normal((_SIZE, len(self.mean)))
        return unit(self.mean + noise @ factor.T)

    def statistics(self, vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return mean and standard deviation of each vector's 300 best similarities to the cohort.

        vectors: float32 (N, D), unit length -> (N,), (N,). Similarity is 2 − d.
        """
        similarities = 2 * (vectors @ self.templates.T)
        nearest = np.partition(similarities, -_NEAREST, axis=1)[:, -_NEAREST:]
        return nearest.mean(axis=1), nearest.std(axis=1)


def cohort_of(vectors: Iterable[np.ndarray], encoder_id: str, source: str) -> Cohort:
    """Sum up unit vectors (D,), one after the other, into a cohort; there must be two or more."""
    stacked = np.stack(list(vectors)).astype(np.float64)
    return Cohort(
        stacked.mean(axis=0), np.cov(stacked, rowvar=False), encoder_id, source, len(stacked)
    )


def save_cohort(cohort: Cohort) -> bytes:
    """Return the cohort as the contents of an .npz file."""
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        mean=cohort.mean,
        covariance=cohort.covariance.astype(np.float32),
        encoder_id=cohort.encoder_id,
        source=cohort.source,
        count=cohort.count,
    )
    return buffer.getvalue()


def load_cohort(encoder_id: str) -> Cohort:
    """Return the cohort shipped for an encoder. Raises ResourceMissing."""
    with np.load(io.BytesIO(resources.read(f"cohort/{encoder_id}.npz")), allow_pickle=False) as f:
        return Cohort(
            f["mean"],
            f["covariance"].astype(np.float64),
            str(f["encoder_id"]),
            str(f["source"]),
            int(f["count"]),
        )
