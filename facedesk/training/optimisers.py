"""The ways weights follow the gradient, and their memory as tensors with names."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.optim import SGD, AdamW, Optimizer

from facedesk.training.training_settings import Optimiser, TrainingSettings

_MOMENTUM = 0.9
_PREFIX = "optimiser"


def optimiser_of(parameters: Sequence[nn.Parameter], settings: TrainingSettings) -> Optimizer:
    """Return an optimiser; its learning rate is set at each step."""
    if settings.optimiser is Optimiser.SGD:
        return SGD(
            parameters, lr=0.0, momentum=_MOMENTUM, nesterov=True,
            weight_decay=settings.weight_decay,
        )  # fmt: skip
    return AdamW(parameters, lr=0.0, weight_decay=settings.weight_decay)


def memory_of(optimiser: Optimizer) -> dict[str, Tensor]:
    """Return what it remembers of former steps."""
    return {
        f"{_PREFIX}.{number}.{key}": value
        for number, parameter in enumerate(optimiser.param_groups[0]["params"])
        for key, value in optimiser.state[parameter].items()
        if value is not None
    }


def give_memory(optimiser: Optimizer, tensors: Mapping[str, Tensor]) -> None:
    """Let an optimiser remember what another one did; other tensors are passed over."""
    parameters = optimiser.param_groups[0]["params"]
    for name, value in tensors.items():
        prefix, _, rest = name.partition(".")
        if prefix == _PREFIX:
            number, _, key = rest.partition(".")
            parameter = parameters[int(number)]
            # AdamW counts its steps on the CPU.
            place = torch.device("cpu") if key == "step" else parameter.device
            optimiser.state[parameter][key] = value.to(place)
