"""Encoders and faces that are made up, so that it is known what is to be found in them."""

import numpy as np
import pytest
import torch
from seen_faces import EDGE, SeenFaces, noise

from facedesk.encoder.resnet29 import ResNet29
from facedesk.encoder.resnet_encoder import ResNetEncoder
from facedesk.insight.inside import Inside


@pytest.fixture(scope="session")
def network():
    """A network by chance, whose unit EDGE of the stem is dark on the left, bright on the right."""
    torch.manual_seed(1)
    network = ResNet29().eval()
    with torch.no_grad():
        network.stem.weight[EDGE] = 0
        network.stem.weight[EDGE, :, :, :3] = -1
        network.stem.weight[EDGE, :, :, 4:] = 1
        network.stem.bias[EDGE] = 0
    return network


@pytest.fixture(scope="session")
def inside(network):
    last = np.random.default_rng(1).standard_normal((16, 256)).astype(np.float32)
    return Inside(ResNetEncoder(network=network, projection=last))


@pytest.fixture
def faces():
    """Faces of noise, faintly different."""
    return SeenFaces([noise(number) for number in range(14)])
