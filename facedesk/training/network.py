"""The networks that training begins with, and which of their weights learn."""

import torch
from torch import nn

from facedesk.encoder.dlib_weights import load_resnet29
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.projection import load_projection
from facedesk.encoder.resnet29 import ResidualBlock, ResNet29
from facedesk.training.training_settings import Learns, Start

# The branch of each block begins small, so that the blocks begin as little more than their skips:
# there is no normalisation that would keep 14 sums in bounds. Zhang, Dauphin and Ma, "Fixup", 2019.
_BRANCH = 0.2


def starting_network(start: Start, seed: int) -> ResNet29:
    """Return a network. Raises WeightsMissing, WeightsDamaged, ResourceMissing."""
    if start is Start.NOTHING:
        return _unlearned(seed)
    network = load_resnet29()
    projection = torch.from_numpy(load_projection(ENCODER_ID))
    network.head.weight = nn.Parameter(projection)
    return network


@torch.no_grad()
def _unlearned(seed: int) -> ResNet29:
    """Fill a network by chance, as He et al., "Delving Deep into Rectifiers", 2015."""
    network, random = ResNet29(), torch.Generator().manual_seed(seed)
    for parameter in network.parameters():
        if parameter.ndim > 1:
            nn.init.kaiming_normal_(parameter, generator=random)
        else:
            parameter.zero_()
    for block in network.modules():
        if isinstance(block, ResidualBlock):
            block.second.weight.mul_(_BRANCH)
    return network.eval()


def let_learn(network: ResNet29, learns: Learns) -> list[nn.Parameter]:
    """Let some of the weights change, keep the others as they are, and return the former."""
    network.requires_grad_(learns is Learns.ALL)
    if learns is Learns.LAST_BLOCK:
        network.blocks[-1].requires_grad_(True)
    network.head.requires_grad_(True)
    return [parameter for parameter in network.parameters() if parameter.requires_grad]
