import numpy as np
import pytest
import torch

from facedesk.errors import NothingToLearnFrom
from facedesk.opencv import cv2
from facedesk.style.examples import SIDE, examples
from facedesk.style.learning import learn
from facedesk.style.network import PerceptualNetwork, entering
from facedesk.style.textures import texture

SMALL = ((8, 2), (16, 1))


@pytest.fixture(scope="module")
def pictures():
    random = np.random.default_rng(0)
    return np.stack([texture(48, random) for _ in range(50)])


def learned(pictures, seed=1):
    network = PerceptualNetwork(SMALL)
    layers = list(learn(network, pictures, torch.Generator().manual_seed(seed)))
    assert layers == list(network.layers)
    return network


def test_every_unit_answers_to_a_quarter_of_all_places_and_is_equally_loud(pictures):
    network = learned(pictures)
    seen = torch.from_numpy(pictures).permute(0, 3, 1, 2) / 255
    said = network(seen, set(network.layers))
    for name in network.layers:
        units = said[name].detach()
        np.testing.assert_allclose((units > 0).float().mean((0, 2, 3)), 0.25, atol=0.05)
        np.testing.assert_allclose(units.square().mean((0, 2, 3)).sqrt(), 1, atol=0.2)


def test_units_of_a_layer_answer_to_different_things(pictures):
    weights = learned(pictures).convolutions["1_1"].weight.detach().flatten(1)
    alike = np.corrcoef(weights) - np.eye(len(weights))
    assert alike.max() < 0.95


def test_the_same_seed_learns_the_same(pictures):
    first, second = learned(pictures), learned(pictures)
    for ours, theirs in zip(first.parameters(), second.parameters(), strict=True):
        torch.testing.assert_close(ours, theirs)


def test_what_enters_a_layer_is_what_the_network_gives_it(pictures):
    network = learned(pictures)
    seen = torch.from_numpy(pictures[:2]).permute(0, 3, 1, 2) / 255
    said = network(seen, set(network.layers))
    for name, convolution in network.convolutions.items():
        again = convolution(entering(network, seen, name))[..., 1:-1, 1:-1].relu()
        torch.testing.assert_close(again, said[name], rtol=1e-4, atol=1e-4, check_stride=False)


def test_half_of_what_is_learned_from_are_photos_each_folder_as_many(tmp_path):
    folders = []
    for name, colour in (("red", (0, 0, 200)), ("blue", (200, 0, 0))):
        (tmp_path / name).mkdir()
        cv2.imwrite(str(tmp_path / name / "a.png"), np.full((200, 300, 3), colour, np.uint8))
        (tmp_path / name / "b.png").write_text("no picture")
        folders.append([tmp_path / name / "a.png", tmp_path / name / "b.png"])
    told = []
    found = examples(folders, 12, np.random.default_rng(0), lambda *done: told.append(done))
    assert (found.shape, found.dtype) == ((12, SIDE, SIDE, 3), np.uint8)
    colours = [tuple(each[0, 0]) for each in found if each.std((0, 1)).max() == 0]
    assert (colours.count((200, 0, 0)), colours.count((0, 0, 200))) == (3, 3)
    assert told[-1] == (12, 12)


def test_photos_that_are_all_too_small_are_refused(tmp_path):
    cv2.imwrite(str(tmp_path / "a.png"), np.zeros((50, 300, 3), np.uint8))
    with pytest.raises(NothingToLearnFrom, match="128 pixels"):
        examples([[tmp_path / "a.png"]], 4, np.random.default_rng(0), lambda *_: None)
