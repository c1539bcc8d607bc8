import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from facedesk.encoder.template import unit
from facedesk.matching.distance import distances

vectors = arrays(np.float64, (3, 8), elements=st.floats(-1, 1)).filter(
    lambda a: (np.linalg.norm(a, axis=1) > 0.1).all()
)


@given(vectors, vectors)
def test_distance_is_the_squared_euclidean_one(first, second):
    first, second = unit(first), unit(second)
    naive = [[sum((a - b) ** 2 for a, b in zip(x, y, strict=True)) for y in second] for x in first]
    np.testing.assert_allclose(distances(first, second), naive, atol=1e-5)


@given(vectors)
def test_distance_lies_between_nought_for_equals_and_four_for_opposites(first):
    first = unit(first)
    np.testing.assert_allclose(np.diag(distances(first, first)), 0, atol=1e-5)
    np.testing.assert_allclose(np.diag(distances(first, -first)), 4, atol=1e-5)
