import io

import numpy as np
import pytest
import safetensors.torch
import torch
from torch.nn import functional as F

from facedesk import resources
from facedesk.errors import PerceptualUnreadable
from facedesk.style.network import PerceptualNetwork
from facedesk.style.perceptual import OWN, load_perceptual, save_perceptual

# Where the convolutions of torchvision's VGG-19 stand in its list of layers.
VGG19_PLACES = (0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34)
VGG19_CHANNELS = (64, 64, 128, 128, *(256,) * 4, *(512,) * 8)


@pytest.fixture(scope="module")
def vgg19() -> dict[str, torch.Tensor]:
    random = torch.Generator().manual_seed(0)
    weights, channels = {}, 3
    for place, wide in zip(VGG19_PLACES, VGG19_CHANNELS, strict=True):
        weights[f"features.{place}.weight"] = 0.05 * torch.randn(
            (wide, channels, 3, 3), generator=random
        )
        weights[f"features.{place}.bias"] = torch.zeros(wide)
        channels = wide
    weights["classifier.0.weight"] = torch.zeros(2, 2)
    return weights


def test_our_own_is_small_and_ready_to_look_at_pictures():
    network = load_perceptual()
    assert resources.path(f"models/{OWN}.safetensors").stat().st_size < 10_000_000
    assert network.layers == ("1_1", "1_2", "2_1", "2_2", "3_1", "3_2", "4_1", "4_2", "5_1")
    assert not any(parameter.requires_grad for parameter in network.parameters())


def test_what_is_saved_is_loaded_again_to_half_precision(tmp_path):
    torch.manual_seed(1)
    network = PerceptualNetwork()
    (tmp_path / "own.safetensors").write_bytes(save_perceptual(network))
    found = load_perceptual(tmp_path / "own.safetensors")
    for ours, theirs in zip(network.parameters(), found.parameters(), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-3, atol=1e-4, check_stride=False)


@pytest.mark.parametrize("ending", ["pth", "safetensors"])
def test_a_vgg_19_of_torchvision_is_read_from_either_kind_of_file(vgg19, tmp_path, ending):
    file = tmp_path / f"vgg19.{ending}"
    if ending == "pth":
        torch.save(vgg19, file)
    else:
        safetensors.torch.save_file(vgg19, file)
    network = load_perceptual(file)
    assert len(network.layers) == 16
    assert network.layers[-1] == "5_4"
    picture = torch.rand((1, 3, 32, 32), generator=torch.Generator().manual_seed(2))
    said = network(picture, {"1_2"})["1_2"]
    mean, scale = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
    x = (picture - mean[:, None, None]) / scale[:, None, None]
    for place in (0, 2):
        x = F.relu(
            F.conv2d(F.pad(x, (1,) * 4, mode="replicate"), vgg19[f"features.{place}.weight"])
        )
    torch.testing.assert_close(said, x, rtol=1e-4, atol=1e-4, check_stride=False)


def test_a_file_with_something_else_is_refused_with_a_sentence(tmp_path, vgg19):
    (tmp_path / "empty.safetensors").write_bytes(b"")
    (tmp_path / "text.pth").write_text("hello")
    torch.save({"features.0.weight": vgg19["features.0.weight"]}, tmp_path / "part.pth")
    torch.save([1, 2], tmp_path / "list.pth")
    swapped = dict(vgg19, **{"features.0.weight": torch.zeros(2, 3, 3, 3)})
    torch.save(swapped, tmp_path / "swapped.pth")
    names = ("empty.safetensors", "text.pth", "part.pth", "list.pth", "swapped.pth", "none.pth")
    for name in names:
        with pytest.raises(PerceptualUnreadable, match="does not hold the weights"):
            load_perceptual(tmp_path / name)


class Harmful:
    def __reduce__(self):
        return print, ("this ran",)


def test_a_file_never_runs_what_is_in_it(tmp_path, capsys):
    buffer = io.BytesIO()
    torch.save({"features.0.weight": Harmful()}, buffer)
    (tmp_path / "bad.pth").write_bytes(buffer.getvalue())
    with pytest.raises(PerceptualUnreadable):
        load_perceptual(tmp_path / "bad.pth")
    assert capsys.readouterr().out == ""


def test_each_block_halves_the_picture_and_averages():
    network = PerceptualNetwork(((2, 1), (2, 1)))
    with torch.no_grad():
        for convolution in network.convolutions.values():
            convolution.weight.zero_()
            convolution.bias.fill_(1)
        network.convolutions["2_1"].weight[:, :, 1, 1] = 0.5
    said = network(torch.zeros((1, 3, 8, 6)), {"1_1", "2_1"})
    assert said["1_1"].shape == (1, 2, 8, 6)
    assert said["2_1"].shape == (1, 2, 4, 3)
    np.testing.assert_allclose(said["2_1"].detach(), 2)
