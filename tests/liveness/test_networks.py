"""What liveness looks with is loaded; what is missing or damaged is said, and the rest works."""

import pytest
import safetensors.torch
import torch

from facedesk import resources
from facedesk.errors import ResourceMissing
from facedesk.liveness.answer import Look
from facedesk.liveness.clip_network import ClipNetwork
from facedesk.liveness.clip_network_file import save_clip_network
from facedesk.liveness.networks import load_networks
from facedesk.liveness.signals.eye_network import EyeNetwork
from facedesk.liveness.signals.networks import SignalsNetworks, save_signals_networks
from facedesk.liveness.signals.signals_network import SignalsNetwork

CLIP, SIGNALS = "models/liveness_clip.safetensors", "models/liveness_signals.safetensors"


@pytest.fixture
def files(monkeypatch):
    """The files of the networks, untrained, in the place of those in resources."""
    made = {
        CLIP: save_clip_network(ClipNetwork()),
        SIGNALS: save_signals_networks(SignalsNetworks(EyeNetwork(), SignalsNetwork())),
    }

    def read(name):
        if name not in made:
            raise ResourceMissing(name=name)
        return made[name]

    monkeypatch.setattr(resources, "read", read)
    return made


def looks(networks):
    return [source.evidence().look for source in networks.sources()]


def test_each_face_gets_looks_of_its_own(files):
    networks = load_networks()
    assert networks.problems == ()
    assert looks(networks) == list(Look)
    first, second = networks.sources(), networks.sources()
    assert not set(map(id, first)) & set(map(id, second))


@pytest.mark.parametrize(("name", "look"), [(CLIP, Look.CLIP), (SIGNALS, Look.SIGNALS)])
@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"no weights at all",
        safetensors.torch.save({"head.weight": torch.zeros(3)}),
    ],
)
def test_what_can_not_be_used_is_said_and_left_out(files, name, look, data):
    if data is None:
        del files[name]
    else:
        files[name] = data
    networks = load_networks()
    (problem,) = networks.problems
    assert name in problem.text
    assert looks(networks) == [each for each in Look if each is not look]


def test_without_any_network_the_movement_still_tells(files):
    files.clear()
    assert looks(load_networks()) == [Look.GEOMETRY]


def test_what_nobody_foresaw_is_logged_and_left_out(files, monkeypatch, caplog):
    monkeypatch.setattr("facedesk.liveness.networks.load_clip_network", lambda: {}["weights"])
    networks = load_networks()
    assert len(networks.problems) == len(caplog.records) == 1
    assert looks(networks) == [Look.GEOMETRY, Look.SIGNALS]
    caplog.clear()
