import torch
from torch import nn

from facedesk.liveness.clip_network import ClipNetwork, sizes
from facedesk.liveness.volume import PICTURES, SIDE


def test_each_volume_gets_one_number():
    volumes = torch.randint(0, 256, (2, PICTURES, SIDE, SIDE, 3), dtype=torch.uint8)
    with torch.inference_mode():
        assert ClipNetwork().eval()(volumes).shape == (2,)


def test_its_layers_have_the_sizes_that_the_formula_gives():
    network = ClipNetwork().eval()
    found = []
    for layer in network.layers:
        if isinstance(layer, nn.Conv3d):
            layer.register_forward_hook(lambda _, __, out: found.append(tuple(out.shape[2:])))
    with torch.inference_mode():
        network(torch.zeros((1, PICTURES, SIDE, SIDE, 3), dtype=torch.uint8))
    assert found == sizes()
