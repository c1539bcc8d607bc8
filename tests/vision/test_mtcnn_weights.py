import pytest
from torch import nn

from facedesk.vision import mtcnn_weights
from facedesk.vision.mtcnn_networks import OutputNetwork, ProposalNetwork, RefinementNetwork


@pytest.mark.parametrize(
    ("network", "file"),
    [
        (ProposalNetwork, mtcnn_weights.PROPOSAL),
        (RefinementNetwork, mtcnn_weights.REFINEMENT),
        (OutputNetwork, mtcnn_weights.OUTPUT),
    ],
)
def test_every_parameter_is_filled(network, file):
    filled = network()
    for parameter in filled.parameters():
        nn.init.constant_(parameter, float("nan"))
    mtcnn_weights.fill(filled, file)
    assert all(parameter.isfinite().all() for parameter in filled.parameters())
