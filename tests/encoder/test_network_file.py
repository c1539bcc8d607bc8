import numpy as np
import pytest
import torch

from facedesk.encoder.network_file import load_network, save_network
from facedesk.encoder.resnet29 import ResNet29
from facedesk.errors import EncoderUnreadable


@pytest.fixture(scope="module")
def network():
    with torch.random.fork_rng():
        torch.manual_seed(1)
        return ResNet29()


def test_it_comes_back_as_it_was(network, tmp_path):
    (tmp_path / "x.safetensors").write_bytes(save_network(network))
    found = load_network(tmp_path / "x.safetensors")
    chips = torch.from_numpy(np.random.default_rng(1).integers(0, 256, (1, 3, 150, 150)))
    with torch.inference_mode():
        assert torch.equal(found(chips), network(chips))
    assert not found.training


def test_the_same_weights_make_the_same_file(network):
    assert save_network(network) == save_network(network)


@pytest.mark.parametrize("contents", [b"", b"no weights", None])
def test_another_file_is_refused(tmp_path, contents):
    if contents is not None:
        (tmp_path / "x").write_bytes(contents)
    with pytest.raises(EncoderUnreadable, match="does not hold an encoder"):
        load_network(tmp_path / "x")


def test_weights_of_another_network_are_refused(tmp_path):
    (tmp_path / "x").write_bytes(save_network(torch.nn.Linear(2, 3)))
    with pytest.raises(EncoderUnreadable):
        load_network(tmp_path / "x")
