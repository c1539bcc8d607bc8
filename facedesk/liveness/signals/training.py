"""Teaches the 1-D network with made tracks, each seen once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from facedesk.liveness.signals.made_signals import made_track
from facedesk.liveness.signals.signals_network import SignalsNetwork
from facedesk.liveness.signals.window import grid_times, window

STEPS = 1500
BATCH = 32  # tracks in a step
_RATE = 4e-3
_DECAY = 1e-3
_SECONDS = (4.0, 14.0)  # how long a track has been when it is looked at


@dataclass(frozen=True)
class Examples:
    """Windows of made tracks, float32 (N, 12, 150), and what is true of them.

    happened: 0…1, (N, 5, 75). there: 1 where the window holds something, (N, 75). pulse: (N,).
    """

    windows: Tensor
    happened: Tensor
    there: Tensor
    pulse: Tensor


def examples(count: int, random: np.random.Generator) -> Examples:
    """Make tracks, and the windows at their ends."""
    made = [_example(random) for _ in range(count)]
    windows, happened, pulse = (
        torch.from_numpy(np.array(each, np.float32)) for each in zip(*made, strict=True)
    )
    return Examples(windows, happened, windows[:, -1, ::2], pulse)


def train(
    steps: int,
    seed: int,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> SignalsNetwork:
    """Return a network that was taught from nothing; the same seed gives the same one.

    progress: told how many steps are done, of how many. Stops early when cancelled.
    """
    random = np.random.default_rng(seed)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = SignalsNetwork()
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, steps)
    for step in range(steps):
        if cancelled():
            break
        optimizer.zero_grad()
        loss_of(network, examples(BATCH, random)).backward()
        optimizer.step()
        schedule.step()
        progress(step + 1, steps)
    return network.eval()


def loss_of(network: SignalsNetwork, given: Examples) -> Tensor:
    """Return the mean cross-entropy of events, where there is a signal, plus that of the pulse."""
    events, pulse = network(given.windows)
    entropy = functional.binary_cross_entropy_with_logits
    of_events = entropy(events, given.happened, reduction="none").mean(dim=1)
    events_loss = (of_events * given.there).sum() / given.there.sum().clamp(min=1)
    return 4 * events_loss + entropy(pulse, given.pulse)


def _example(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray, bool]:
    track = made_track(random.uniform(*_SECONDS), random)
    end_s = float(track.times[-1]) + random.uniform(0, 0.1)
    grid = grid_times(end_s)[::2]
    happened = [np.interp(grid, track.times, each.astype(float)) for each in track.happened]
    return window(track.times, track.values, end_s), np.array(happened), track.pulse
