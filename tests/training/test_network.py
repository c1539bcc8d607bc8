import numpy as np
import pytest
import torch

from facedesk.training.encode import templates, unit_encodings
from facedesk.training.losses import spread
from facedesk.training.network import let_learn, starting_network
from facedesk.training.training_settings import Learns, Start


@pytest.fixture(scope="module")
def default():
    return starting_network(Start.DEFAULT, 1)


def test_it_begins_as_the_default_encoder_is(default, models, faces):
    found = templates(default, faces.chips[:3])
    # As exact as halves are, where those are quicker.
    np.testing.assert_allclose(found, models.encoder.vectors(faces.chips[:3]), atol=3e-3)


def test_from_nothing_it_is_drawn_by_the_seed(faces):
    one, again, other = (starting_network(Start.NOTHING, seed) for seed in (1, 1, 2))
    weights = [network.head.weight for network in (one, again, other)]
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])


def test_from_nothing_faces_have_encodings_that_can_be_told_apart(faces):
    network = starting_network(Start.NOTHING, 1)
    with torch.no_grad():
        outputs = network(torch.tensor(faces.chips[:9]).permute(0, 3, 1, 2))
        assert 0.01 < float(outputs.abs().mean()) < 100
        assert spread(unit_encodings(network, faces.chips[:9])) > 0.01


@pytest.mark.parametrize(
    ("learns", "parts"),
    [
        (Learns.LAST_LAYER, {"head"}),
        (Learns.LAST_BLOCK, {"head", "blocks.13"}),
        (Learns.ALL, {"head", "stem", *(f"blocks.{number}" for number in range(14))}),
    ],
)
def test_only_what_is_asked_for_learns(default, learns, parts):
    found = let_learn(default, learns)
    learning = {name for name, each in default.named_parameters() if each.requires_grad}
    assert len(found) == len(learning)
    for name, _ in default.named_parameters():
        part = ".".join(name.split(".")[:2]) if name.startswith("blocks") else name.split(".")[0]
        assert (name in learning) == (part in parts), name


def test_templates_are_sums_of_a_face_and_its_mirror_image(network, faces):
    with torch.no_grad():
        both = [unit_encodings(network, each) for each in (faces.chips, faces.chips[:, :, ::-1])]
    expected = (both[0] + both[1]).numpy()
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    np.testing.assert_allclose(templates(network, faces.chips), expected, atol=1e-6)
