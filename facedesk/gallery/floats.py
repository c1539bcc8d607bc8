"""Arrays as bytes, which are what can be sealed."""

import numpy as np


def floats_to_bytes(values: np.ndarray) -> bytes:
    """Return an array as float32, the same bytes on every computer."""
    return values.astype("<f4").tobytes()


def floats_of_bytes(values: bytes) -> np.ndarray:
    """Return the array (N,) of some bytes, read-only."""
    return np.frombuffer(values, "<f4")
