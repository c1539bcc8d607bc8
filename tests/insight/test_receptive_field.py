"""What a place sees is what its gradient says it sees."""

import itertools

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from facedesk.encoder.resnet29 import ResidualBlock, ResNet29
from facedesk.insight.receptive_field import boxes_of


@pytest.fixture(scope="module")
def thin():
    """The network with one channel, and weights that let every path be seen in the gradient."""
    network = ResNet29()
    blocks = [ResidualBlock(1, 1, block.halves) for block in network.blocks]
    network.stem, network.blocks = nn.Conv2d(3, 1, 7, stride=2), nn.Sequential(*blocks)
    for parameter in network.parameters():
        nn.init.constant_(parameter, 0.1)
    return network.double()


def outputs(network, pictures):
    x = F.relu(network.stem(pictures))
    yield x
    x = F.avg_pool2d(x, 3, 2)  # it sees what the network's max pool sees, and says so for all
    for block in network.blocks:
        x = block(x)
        yield x
    yield x.mean(dim=(2, 3), keepdim=True)


def box_of_gradient(gradient):
    """The box around all that is not zero, (H, W), which must be filled."""
    rows, columns = np.nonzero(gradient)
    box = [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
    assert gradient[box[1] : box[3], box[0] : box[2]].all()
    return box


@pytest.mark.parametrize("number", range(16))
def test_the_gradient_is_not_zero_exactly_in_the_box(thin, number):
    boxes = list(boxes_of(thin))[number]
    side = len(boxes)
    steps = sorted({*range(0, side, max(1, side // 2)), max(side - 2, 0), side - 1})
    places = list(itertools.product(steps, steps))
    pictures = torch.ones(len(places), 3, 150, 150, dtype=torch.double, requires_grad=True)
    said = next(itertools.islice(outputs(thin, pictures), number, None))
    assert said.shape[2:] == boxes.shape[:2]
    sum(said[i, 0, row, column] for i, (row, column) in enumerate(places)).backward()
    seen = pictures.grad.sum(dim=1).numpy()
    assert [box_of_gradient(each) for each in seen] == [boxes[place].tolist() for place in places]


def test_the_boxes_are_those_of_the_real_network(thin):
    for real, narrow in zip(boxes_of(ResNet29()), boxes_of(thin), strict=True):
        np.testing.assert_array_equal(real, narrow)


def test_deeper_layers_see_more():
    fields = [(boxes[..., 2] - boxes[..., 0]).max() for boxes in boxes_of(ResNet29())]
    assert fields[:4] == [7, 27, 43, 59]
    assert fields == sorted(fields)
    assert fields[-1] == 147  # the kernels do not reach the last three pixels
