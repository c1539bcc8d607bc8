"""Trains the 3-D network on volumes of made clips."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from facedesk.liveness.clip_cameras import by_another_camera
from facedesk.liveness.clip_network import ClipNetwork, prepared

_BATCH = 32
_FASTEST = 6e-3  # the learning rate, at the end of the warm-up
_WARM_UP = 0.2  # of all steps
_SMOOTHING = 0.05
_LONGEST_GRADIENT = 2.0


@dataclass(frozen=True)
class Epoch:
    """An epoch of the training. number: 1…of. loss: of its batches, on average."""

    number: int
    of: int
    loss: float
    seconds: float


def train_clips(
    network: ClipNetwork,
    volumes: np.ndarray,
    kinds: np.ndarray,
    epochs: int,
    seed: int,
    cancelled: Callable[[], bool],
) -> Iterator[Epoch]:
    """Train a network and say after each epoch how it went.

    volumes: uint8 (N, *volume.SHAPE), may lie in a file. kinds: (N,), each the place of its kind
    in Kind.
    """
    random = np.random.default_rng(seed)
    torch.manual_seed(seed)
    steps = epochs * max(len(volumes) // _BATCH, 1)
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _FASTEST, steps, pct_start=_WARM_UP)
    network.to(memory_format=torch.channels_last_3d)
    for number in range(1, epochs + 1):
        began, losses = time.monotonic(), []
        network.train()
        for chosen in _batches(len(volumes), random):
            if cancelled():
                return
            shown = np.stack([by_another_camera(volumes[each], random) for each in chosen])
            batch = _mirrored(prepared(torch.from_numpy(shown)), random)
            target = torch.from_numpy(kinds[chosen].astype(np.int64))
            losses.append(_step(network, optimiser, batch, target))
            schedule.step()
        network.eval()
        yield Epoch(number, epochs, float(np.mean(losses)), time.monotonic() - began)


def _batches(count: int, random: np.random.Generator) -> Iterator[np.ndarray]:
    """Return which clips go together: all once, but for a rest that fills no batch."""
    order = random.permutation(count)
    size = min(_BATCH, count)
    for start in range(0, count - size + 1, size):
        yield order[start : start + size]


def _mirrored(seen: Tensor, random: np.random.Generator) -> Tensor:
    """Mirror half of the clips left to right, and change the colours of all of them."""
    half = torch.from_numpy(random.random(len(seen)) < 0.5)
    seen[half] = seen[half].flip(-1)
    colour = random.normal(0, 0.15, (len(seen), 1, 2, 1, 1, 1))
    seen[:, :, 1:3] += torch.from_numpy(colour).to(seen.dtype)
    return seen


def _step(
    network: ClipNetwork, optimiser: torch.optim.Optimizer, batch: Tensor, target: Tensor
) -> float:
    with torch.autocast("cpu", torch.bfloat16):  # where the processor can, much quicker
        logits = network.kinds(batch)
    loss = F.cross_entropy(logits.float(), target, label_smoothing=_SMOOTHING)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), _LONGEST_GRADIENT)
    optimiser.step()
    return loss.item()
