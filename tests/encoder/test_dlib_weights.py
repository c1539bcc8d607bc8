import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from facedesk import weights
from facedesk.encoder import dlib_weights
from facedesk.encoder.dlib_weights import _Reader
from facedesk.encoder.resnet29 import ResNet29


def written_integer(value, width=None):
    size = width or max(1, (abs(value).bit_length() + 7) // 8)
    sign = 0x80 if value < 0 else 0
    return bytes([sign | size]) + abs(value).to_bytes(size, "little")


def written_tensor(values, version=2):
    shape = (1,) * (4 - values.ndim) + values.shape
    head = b"".join(written_integer(number) for number in (version, *shape))
    return head + values.astype("<f4").tobytes()


# The format --------------------------------------------------------------------------------------


@given(st.integers(-(2**63), 2**63))
def test_an_integer_is_read_as_it_was_written(value):
    assert _Reader(written_integer(value)).integer() == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"\x01\x00", 0),
        (b"\x01\x07", 7),
        (b"\x81\x07", -7),
        (b"\x02\x00\x01", 256),
        (b"\x82\x00\x01", -256),
        (b"\x04\x01\x00\x00\x00", 1),
    ],
)
def test_an_integer_is_one_control_byte_and_its_bytes(written, value):
    assert _Reader(written).integer() == value


@given(st.lists(st.integers(-(2**31), 2**31), max_size=5))
def test_integers_follow_each_other(values):
    reader = _Reader(b"".join(map(written_integer, values)))
    assert [reader.integer() for _ in values] == values


@given(arrays(np.float32, array_shapes(max_dims=4), elements=st.floats(-1e3, 1e3, width=32)))
def test_a_tensor_is_read_as_it_was_written(values):
    reader = _Reader(written_tensor(values) + written_integer(5))
    assert np.array_equal(reader.tensor(), values.ravel())
    assert reader.integer() == 5


def test_a_tensor_can_be_written_to():
    tensor = _Reader(written_tensor(np.ones((2, 2)))).tensor()
    tensor[0] = 3
    assert tensor.dtype == np.float32


@pytest.mark.parametrize("version", [0, 1, 3, -2])
def test_a_tensor_of_another_version_is_not_guessed_at(version):
    with pytest.raises(ValueError, match=f"version {version}, expected 2"):
        _Reader(written_tensor(np.ones((2, 2)), version)).tensor()


def test_a_tensor_that_ends_too_early_is_an_error():
    with pytest.raises(ValueError, match="buffer"):
        _Reader(written_tensor(np.ones((2, 2)))[:-1]).tensor()


def test_seeking_stops_behind_the_tag():
    reader = _Reader(b"\x01\x05other\x01\x05con_4" + written_integer(9) + b"\x01\x05con_4")
    reader.seek(b"con_4")
    assert reader.integer() == 9
    reader.seek(b"con_4")
    with pytest.raises(ValueError, match="not found"):
        reader.seek(b"con_4")


# The file ----------------------------------------------------------------------------------------


def test_every_parameter_is_filled_and_nothing_is_left_over():
    network = ResNet29()
    for parameter in network.parameters():
        torch.nn.init.constant_(parameter, float("nan"))
    data = weights.read(dlib_weights.FILE)
    dlib_weights.fill(network, data)
    assert all(parameter.isfinite().all() for parameter in network.parameters())
    assert not network.training
    convolutions = sum(isinstance(module, torch.nn.Conv2d) for module in network.modules())
    assert data.count(b"\x01\x05con_4") == convolutions == 29
    assert data.count(b"\x01\x04fc_2") == 1
