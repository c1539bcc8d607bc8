import copy

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from facedesk.training.optimisers import give_memory, memory_of, optimiser_of
from facedesk.training.training_settings import Optimiser, TrainingSettings


def step(network, optimiser, seed):
    inputs = torch.randn(4, 3, generator=torch.Generator().manual_seed(seed))
    optimiser.zero_grad()
    F.relu(network(inputs)).sum().backward()
    optimiser.param_groups[0]["lr"] = 0.1
    optimiser.step()


@pytest.mark.parametrize("kind", list(Optimiser))
def test_with_the_memory_of_another_it_goes_on_as_that_would(kind):
    settings = TrainingSettings(optimiser=kind)
    network = nn.Linear(3, 2)
    optimiser = optimiser_of(list(network.parameters()), settings)
    step(network, optimiser, 1)
    memory = {name: value.clone() for name, value in memory_of(optimiser).items()}
    twin = copy.deepcopy(network)
    other = optimiser_of(list(twin.parameters()), settings)
    give_memory(other, memory | {"network.weight": torch.zeros(1)})
    step(network, optimiser, 2)
    step(twin, other, 2)
    assert torch.equal(network.weight, twin.weight)
    assert torch.equal(network.bias, twin.bias)


@pytest.mark.parametrize("kind", list(Optimiser))
def test_without_steps_there_is_nothing_to_remember(kind):
    network = nn.Linear(3, 2)
    optimiser = optimiser_of(list(network.parameters()), TrainingSettings(optimiser=kind))
    assert memory_of(optimiser) == {}
