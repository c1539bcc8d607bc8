import numpy as np
import pytest
from seen_faces import EDGE, noise

from facedesk import errors
from facedesk.encoder.encoder import Encoder
from facedesk.insight.inside import Inside


@pytest.fixture
def chips():
    return np.stack([noise(1, 200), noise(2, 200)])


def test_the_layers_go_from_shallow_to_deep(inside):
    assert [layer.key for layer in inside.layers[:2]] == ["stem", "block-1"]
    assert [layer.name for layer in inside.layers[-2:]] == ["Block 14", "Last layer"]
    assert [layer.units for layer in inside.layers] == (
        [32] * 4 + [64] * 4 + [128] * 3 + [256] * 4 + [16]
    )


def test_each_layer_says_something_at_each_place_of_its_own(inside, chips):
    for layer, said in inside.activations(chips):
        assert said.shape == (2, layer.units, *layer.boxes.shape[:2])


def test_the_stem_says_what_a_loop_says(inside, network, chips):
    row, column = 20, 31
    pixels = chips[0, 2 * row : 2 * row + 7, 2 * column : 2 * column + 7].astype(float)
    centred = (pixels - network.mean.flatten().numpy()) / 256
    expected = (centred.transpose(2, 0, 1) * network.stem.weight[EDGE].detach().numpy()).sum()
    _, said = next(inside.activations(chips))
    assert said[0, EDGE, row, column] == pytest.approx(max(expected, 0), abs=1e-4)


def test_the_last_layers_say_what_the_encoder_says(models):
    inside, chips = Inside(models.encoder), np.stack([noise(1, 200)])
    said = {layer.key: each.numpy() for layer, each in inside.activations(chips)}
    features = models.encoder.features(chips)
    np.testing.assert_allclose(said["block-14"].mean(axis=(2, 3)), features, rtol=1e-4, atol=1e-5)
    encodings = models.encoder.encodings(features)
    np.testing.assert_allclose(said["last"][:, :, 0, 0], encodings, rtol=1e-3, atol=1e-5)


def test_one_unit_says_what_it_says_among_all(inside, chips):
    said = {layer.key: each for layer, each in inside.activations(chips)}
    alone = inside.activation(chips[1], "block-4", 7)
    np.testing.assert_allclose(alone, said["block-4"][1, 7].numpy(), rtol=1e-4, atol=1e-5)


def test_what_is_not_there_is_refused_in_a_sentence(inside, chips):
    with pytest.raises(errors.NoSuchLayer, match=r"“block-15”.*stem, block-1"):
        inside.activation(chips[0], "block-15", 0)
    with pytest.raises(errors.NoSuchUnit, match="no unit 32"):
        inside.activation(chips[0], "stem", 32)


def test_an_encoder_of_another_kind_is_refused():
    class Other(Encoder):
        def features(self, chips):
            return chips

    with pytest.raises(errors.NoLayersToSee, match="Choose the default encoder"):
        Inside(Other())
