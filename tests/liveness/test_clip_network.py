import torch
from torch import nn

from facedesk.liveness.clip_network import ClipNetwork, prepared, sizes
from facedesk.liveness.clip_network_file import save_clip_network
from facedesk.liveness.volume import PICTURES, SHAPE, SIDE


def volumes(count, seed=1):
    random = torch.Generator().manual_seed(seed)
    return torch.randint(0, 256, (count, *SHAPE), dtype=torch.uint8, generator=random)


def test_each_volume_gets_one_number():
    with torch.inference_mode():
        assert ClipNetwork().eval()(volumes(2)).shape == (2,)


def test_the_log_odds_are_of_all_attacks_together():
    network, some = ClipNetwork().eval(), volumes(3)
    with torch.inference_mode():
        shares = network.kinds(prepared(some)).softmax(dim=1)
        torch.testing.assert_close(network(some).sigmoid(), 1 - shares[:, 0])


def test_its_layers_have_the_sizes_that_the_formula_gives():
    network = ClipNetwork().eval()
    found = []
    for layer in network.views[0]:
        if isinstance(layer, nn.Conv3d):
            layer.register_forward_hook(lambda _, __, out: found.append(tuple(out.shape[2:])))
    with torch.inference_mode():
        network(volumes(1))
    assert found == sizes()


def test_brightness_and_contrast_are_taken_out():
    some = volumes(1) // 4
    grey = some[..., :1].expand(*some.shape)
    apart = prepared(grey) - prepared(2 * grey + 60)
    assert apart.abs().max() < 1e-3


def test_what_stays_as_it_is_does_not_change():
    still = volumes(1)[:, :1].expand(1, *SHAPE)
    seen = prepared(still)
    assert seen.shape == (1, 2, 6, PICTURES, SIDE, SIDE)
    assert seen[:, :, 3:5].abs().max() < 1e-3
    assert seen[:, :, 5].abs().max() > 1


def test_its_file_is_small():
    assert len(save_clip_network(ClipNetwork())) < 1_000_000
