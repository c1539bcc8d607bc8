import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from facedesk.encoder.template import unit

vectors = arrays(np.float64, (3, 5), elements=st.floats(-1e3, 1e3))


@given(vectors)
def test_vectors_become_as_long_as_one(some):
    some[:, 0] += 2e3
    assert np.allclose(np.linalg.norm(unit(some), axis=-1), 1, atol=1e-6)
    assert unit(some).dtype == np.float32


@given(vectors, st.floats(0.1, 100))
def test_only_the_direction_counts(some, scale):
    some[:, 0] += 2e3
    assert np.allclose(unit(some), unit(some * scale), atol=1e-6)


def test_a_vector_of_zeros_stays_so():
    assert unit(np.zeros(4)).tolist() == [0, 0, 0, 0]
