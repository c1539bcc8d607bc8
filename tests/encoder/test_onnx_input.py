import pytest
from onnx_file import encoder_file

from facedesk.encoder.onnx_input import declared_input


def test_the_declared_shape_is_read():
    assert declared_input(encoder_file(side=96, channels=1)) == (1, 1, 96, 96)


def test_weights_that_are_listed_as_inputs_are_no_input():
    assert declared_input(encoder_file(weights_listed=True)) == (1, 3, 112, 112)


def test_sizes_that_may_be_any_are_none():
    assert declared_input(encoder_file(batch=0)) == (None, 3, 112, 112)


def test_what_is_no_onnx_file_is_refused():
    for data in (b"", b"hello world", encoder_file()[:40]):
        with pytest.raises((ValueError, LookupError)):
            declared_input(data)


def test_the_files_that_people_have(shared):
    encoder = (shared / "models" / "peer_mobilefacenet.onnx").read_bytes()
    detector = (shared / "models" / "yunet_n_dynamic.onnx").read_bytes()
    assert declared_input(encoder) == (None, 3, 112, 112)
    assert declared_input(detector) == (None, 3, None, None)
