import numpy as np
import pytest
import torch

from facedesk import resources
from facedesk.errors import ResourceMissing
from facedesk.liveness import clip_network_file
from facedesk.liveness.clip_examples import made_volume
from facedesk.liveness.clip_network_file import load_clip_network, save_clip_network
from facedesk.liveness.made.kinds import Kind


@pytest.fixture(scope="module")
def network():
    return load_clip_network()


def said(network, kind, source, other):
    """The mean log-odds of a few clips."""
    made = [made_volume(kind, source, other, np.random.default_rng(seed)) for seed in range(4)]
    with torch.inference_mode():
        return float(network(torch.from_numpy(np.stack(made))).mean())


def test_the_network_that_is_shipped_tells_attacks_from_the_living(network, source, admiral):
    live = said(network, Kind.LIVE, source, admiral)
    assert said(network, Kind.PRINT, source, admiral) > live + 2
    assert said(network, Kind.PHOTO_ON_SCREEN, source, admiral) > live + 2


def test_what_is_saved_is_what_is_loaded(network, monkeypatch):
    data = save_clip_network(network)
    monkeypatch.setattr(resources, "read", lambda name: data)
    again = load_clip_network().state_dict()
    for name, weights in network.state_dict().items():
        torch.testing.assert_close(again[name], weights)


@pytest.mark.parametrize("data", [b"", b"nothing", save_clip_network(torch.nn.Linear(2, 2))])
def test_weights_that_are_damaged_are_missing(data, monkeypatch):
    monkeypatch.setattr(resources, "read", lambda name: data)
    with pytest.raises(ResourceMissing):
        clip_network_file.load_clip_network()
