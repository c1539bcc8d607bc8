import pytest
import torch

from facedesk.encoder.resnet29 import ResidualBlock, ResNet29, _zero_padded


def test_every_face_becomes_128_numbers():
    with torch.inference_mode():
        assert ResNet29()(torch.zeros(3, 3, 150, 150)).shape == (3, 128)


def test_the_network_has_as_many_parameters_as_the_reference():
    assert sum(parameter.numel() for parameter in ResNet29().parameters()) == 5_607_488


@pytest.mark.parametrize(
    ("block", "before", "after"),
    [
        ((32, 32, False), (32, 35, 35), (32, 35, 35)),
        ((32, 64, True), (32, 35, 35), (64, 17, 17)),
        ((128, 256, True), (128, 8, 8), (256, 4, 4)),
        ((256, 256, True), (256, 4, 4), (256, 2, 2)),
    ],
)
def test_a_halving_block_halves_the_picture(block, before, after):
    with torch.inference_mode():
        assert ResidualBlock(*block)(torch.zeros(2, *before)).shape == (2, *after)


def test_what_is_smaller_is_padded_at_the_end_with_zeros():
    padded = _zero_padded(torch.ones(1, 2, 2, 2), [3, 2, 4])
    assert padded.shape == (1, 3, 2, 4)
    assert padded[:, :2, :, :2].min() == 1
    assert padded.sum() == 8
