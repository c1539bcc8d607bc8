"""What the encoder says about a face."""

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


def unit(vectors: np.ndarray) -> np.ndarray:
    """Scale each vector to unit length: (..., D) -> (..., D), float32."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
