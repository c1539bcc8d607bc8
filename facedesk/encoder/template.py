"""What the encoder says about a face."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Template:
    """A face as a point on the unit sphere.

    vector: float32 (D,), unit length, read-only. encoder_id: the encoder that made it; templates
    of different encoders can't be compared.
    """

    vector: np.ndarray
    encoder_id: str


def fuse(templates: Sequence[Template]) -> Template:
    """Return the one template that several of the same face add up to; there must be one."""
    vector = unit(np.sum([template.vector for template in templates], axis=0))
    vector.setflags(write=False)
    return Template(vector, templates[0].encoder_id)


def fused(vectors: np.ndarray, owners: np.ndarray, count: int) -> np.ndarray:
    """Add up the vectors (N, D) of each of `count` owners: -> unit (count, D), float32.

    owners: (N,), 0…count − 1; each owner has one vector or more.
    """
    sums = np.zeros((count, vectors.shape[1]), np.float32)
    np.add.at(sums, owners, vectors)
    return unit(sums)


def unit(vectors: np.ndarray) -> np.ndarray:
    """Scale each vector to unit length: (..., D) -> (..., D), float32."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-12)).astype(np.float32, copy=False)
