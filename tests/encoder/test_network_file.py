import numpy as np
import pytest
import torch

from facedesk.encoder.network_file import read_network, save_network
from facedesk.encoder.resnet29 import ResNet29


@pytest.fixture(scope="module")
def network():
    with torch.random.fork_rng():
        torch.manual_seed(1)
        return ResNet29()


def test_it_comes_back_as_it_was(network):
    found = read_network(save_network(network))
    chips = torch.from_numpy(np.random.default_rng(1).integers(0, 256, (1, 3, 150, 150)))
    with torch.inference_mode():
        assert torch.equal(found(chips), network(chips))
    assert not found.training


def test_the_same_weights_make_the_same_file(network):
    assert save_network(network) == save_network(network)


@pytest.mark.parametrize("contents", [b"", b"no weights", save_network(torch.nn.Linear(2, 3))])
def test_another_file_is_refused(contents):
    with pytest.raises(ValueError, match="not the weights of a ResNet-29"):
        read_network(contents)
