"""What the 1-D network says of a window of signals."""

from dataclasses import dataclass

import numpy as np
import torch

from facedesk.liveness.signals.event import Event
from facedesk.liveness.signals.signals_network import SignalsNetwork
from facedesk.liveness.signals.window import PER_SECOND, grid_times, window

FOUND_EVERY_S = 2 / PER_SECOND  # between the times of what is found
_SEEN = 0.5


@dataclass(frozen=True, eq=False)
class Found:
    """times: seconds, (75,). happened: how probably each event is going on, float32 (5, 75), 0…1,
    0 where nothing was measured. pulse: log-odds that the colour of the skin carries one.
    """

    times: np.ndarray
    happened: np.ndarray
    pulse: float

    def spans(self, event: Event) -> list[tuple[float, float]]:
        """Return from when to when an event was seen, in seconds, each time it was."""
        seen = np.concatenate([[False], self.happened[event] > _SEEN, [False]])
        edges = np.flatnonzero(np.diff(seen.astype(int))).reshape(-1, 2)
        return [(float(self.times[begin]), float(self.times[end - 1])) for begin, end in edges]


def find(network: SignalsNetwork, times: np.ndarray, values: np.ndarray) -> Found:
    """Look at the signals until the last frame. times: seconds, (N,); values: see window.table."""
    end_s = float(times[-1])
    seen = window(times, values, end_s)
    with torch.inference_mode():
        events, pulse = network(torch.from_numpy(seen)[None])
    happened = torch.sigmoid(events[0]).numpy() * seen[-1, ::2]
    happened.setflags(write=False)
    return Found(grid_times(end_s)[::2], happened, float(pulse[0]))
