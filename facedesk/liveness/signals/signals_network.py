"""A small 1-D convolutional network over signals: what happened, and is there a pulse?"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from facedesk.liveness.convolution_size import output_size
from facedesk.liveness.signals.event import Event
from facedesk.liveness.signals.window import CHANNELS, LENGTH, MIRRORED

_SWAPPED = [Event.BLINK, Event.TURN_RIGHT, Event.TURN_LEFT, Event.NOD, Event.COME_CLOSER]


@dataclass(frozen=True)
class Layer:
    """A 1-D convolution: numbers along time."""

    channels: int
    kernel: int
    stride: int

    @property
    def padding(self) -> int:
        """As much as keeps the length where the stride is 1."""
        return self.kernel // 2


EVENT_LAYERS = (Layer(24, 5, 1), Layer(32, 5, 2), Layer(32, 7, 1), Layer(32, 7, 1))
PULSE_LAYERS = (Layer(24, 9, 1), Layer(32, 9, 2), Layer(40, 9, 2), Layer(40, 7, 1))


class SignalsNetwork(nn.Module):
    """From windows, float32 (N, 12, 150), to what happened when, (N, 5, 75), and a pulse, (N,).

    Both are log-odds. The times are every second one of the window. The mirrored picture gives the
    same, left and right exchanged: each window is looked at both ways.
    """

    def __init__(self) -> None:
        super().__init__()
        self.events = _stack(EVENT_LAYERS)
        self.event_head = nn.Conv1d(EVENT_LAYERS[-1].channels, len(Event), 1)
        self.pulse = _stack(PULSE_LAYERS)
        self.pulse_head = nn.Sequential(
            nn.Linear(3 * PULSE_LAYERS[-1].channels, 32), nn.ReLU(), nn.Linear(32, 1)
        )
        signs = torch.ones(CHANNELS, 1)
        signs[list(MIRRORED)] = -1
        self.register_buffer("signs", signs, persistent=False)

    def forward(self, windows: Tensor) -> tuple[Tensor, Tensor]:
        """See the class."""
        events, pulse = self._one_way(torch.cat([windows, windows * self.signs]))
        count = len(windows)
        swapped = events[count:, _SWAPPED]
        return (events[:count] + swapped) / 2, (pulse[:count] + pulse[count:]) / 2

    def _one_way(self, windows: Tensor) -> tuple[Tensor, Tensor]:
        events = self.event_head(self.events(windows))
        seen = self.pulse(windows)
        whole = [seen.mean(dim=2), seen.amax(dim=2), seen.square().mean(dim=2).add(1e-6).sqrt()]
        return events, self.pulse_head(torch.cat(whole, dim=1))[:, 0]


def lengths(layers: tuple[Layer, ...]) -> list[int]:
    """Return how many times come out of each layer."""
    size: tuple[int, ...] = (LENGTH,)
    found = []
    for layer in layers:
        size = output_size(size, (layer.kernel,), (layer.stride,), (layer.padding,))
        found.append(size[0])
    return found


def _stack(layers: tuple[Layer, ...]) -> nn.Sequential:
    modules: list[nn.Module] = []
    channels = CHANNELS
    for layer in layers:
        modules += [
            nn.Conv1d(
                channels, layer.channels, layer.kernel, layer.stride, layer.padding, bias=False
            ),
            nn.BatchNorm1d(layer.channels),
            nn.ReLU(),
        ]
        channels = layer.channels
    return nn.Sequential(*modules)
