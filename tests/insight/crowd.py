"""Templates of made-up people."""

import numpy as np

from facedesk.encoder.template import unit


def crowd(people, dimensions=32, seed=1):
    """Unit vectors, float32 (N, D), far from each other."""
    return unit(np.random.default_rng(seed).standard_normal((people, dimensions)))


def near(vectors, how_much=0.02, seed=2):
    """Other templates of the same people."""
    random = np.random.default_rng(seed)
    return unit(vectors + how_much * random.standard_normal(vectors.shape))
