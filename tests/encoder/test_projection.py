import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk import errors
from facedesk.encoder.dlib_weights import load_resnet29
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.projection import fit_projection, load_projection, save_projection

RANDOM = np.random.default_rng(7)
FEATURES = RANDOM.random((400, 24)).astype(np.float32)
HEAD = RANDOM.standard_normal((24, 24)).astype(np.float32)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_its_lengths_are_those_of_the_head_and_of_the_features_together(seed):
    """With as many directions as features, none is left out and the formula holds exactly."""
    projection = fit_projection(FEATURES, HEAD).astype(np.float64)
    x = np.random.default_rng(seed).standard_normal(24)
    h = np.mean([np.linalg.norm(HEAD @ f) for f in FEATURES])
    f = np.mean([np.linalg.norm(f) for f in FEATURES])
    expected = (HEAD @ x) @ (HEAD @ x) / h**2 + 2.5**2 * (x @ x) / f**2
    assert (projection @ x) @ (projection @ x) == pytest.approx(expected, rel=1e-3)


def test_with_fewer_directions_those_in_which_faces_are_longest_are_kept():
    few = fit_projection(FEATURES, HEAD[:6])
    assert few.shape == (6, 24)
    lengths = np.linalg.norm(FEATURES @ few.T, axis=1)
    h = np.mean([np.linalg.norm(HEAD[:6] @ f) for f in FEATURES])
    f = np.mean([np.linalg.norm(f) for f in FEATURES])
    whole = [
        np.sqrt((HEAD[:6] @ x) @ (HEAD[:6] @ x) / h**2 + 2.5**2 * (x @ x) / f**2) for x in FEATURES
    ]
    assert np.all(lengths <= np.array(whole) * (1 + 1e-4))
    assert np.mean(lengths / whole) > 0.9  # in a quarter of the directions


def test_a_projection_survives_its_file(monkeypatch):
    projection = fit_projection(FEATURES, HEAD)
    monkeypatch.setattr("facedesk.resources.read", lambda name: save_projection(projection))
    np.testing.assert_array_equal(load_projection("e"), projection)


def test_the_shipped_projection_fits_the_network():
    network = load_resnet29()
    projection = load_projection(ENCODER_ID)
    assert projection.shape == (network.dimensions, network.feature_count)
    assert projection.dtype == np.float32


def test_an_encoder_without_a_projection_is_said_so():
    with pytest.raises(errors.ResourceMissing):
        load_projection("no-such-encoder")


def test_a_damaged_file_is_said_so(monkeypatch):
    monkeypatch.setattr("facedesk.resources.read", lambda name: b"no safetensors at all")
    with pytest.raises(errors.ResourceMissing):
        load_projection("e")
