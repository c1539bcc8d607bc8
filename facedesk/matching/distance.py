"""The distance that the Siamese network is trained for."""

import numpy as np


def distances(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return d = ‖f(x1) − f(x2)‖² of each pair: unit (N, D), unit (K, D) -> (N, K), 0…4."""
    apart = first @ second.T
    apart *= -2
    apart += 2
    np.maximum(apart, 0, out=apart)
    return np.minimum(apart, 4, out=apart)
