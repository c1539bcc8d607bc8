"""Draws the content of one picture in the style of another: gradient descent on the pixels."""

from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from facedesk.errors import PictureTooNarrow
from facedesk.style.network import SMALLEST_SIDE, PerceptualNetwork
from facedesk.style.objective import Objective, check_layers
from facedesk.style.pictures import fitted, size_of, to_image, to_tensor
from facedesk.style.progress import Losses, StyleProgress
from facedesk.style.sizes import stages
from facedesk.style.style_settings import Optimiser, Start, StyleSettings

_HISTORY = 10  # steps that L-BFGS remembers
_ADAM_RATE = 0.02
_NOISE = 0.25  # deviation from grey, where the start is noise


class _Stopped(Exception):
    """Somebody asked to end in the middle of a step."""


def transfer(
    content: np.ndarray,
    style: np.ndarray,
    network: PerceptualNetwork,
    settings: StyleSettings,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[StyleProgress]:
    """Yield the picture after each step; its size grows up to settings.size.

    content, style: RGB uint8 (H, W, 3), of any size. stopped: asked many times, also within a
    step, whether to end here; between two steps the caller may wait as long as they like. Raises
    LayerMissing, PictureTooNarrow.
    """
    check_layers(network, settings)
    plan = stages(settings.size, settings.steps)
    _check_sides(content, plan[0].size)

    def between() -> None:
        if stopped():
            raise _Stopped

    picture = None
    done = 0
    try:
        for stage in plan:
            small = to_tensor(fitted(content, stage.size))
            objective = Objective(
                small, to_tensor(fitted(style, stage.size)), network, settings, between
            )
            picture = _begun(small, settings) if picture is None else _enlarged(picture, small)
            for losses in _steps(picture, objective, settings.optimiser, stage.steps):
                done += 1
                yield StyleProgress(to_image(picture), done, settings.steps, losses)
    except _Stopped:
        return


def _check_sides(content: np.ndarray, size: int) -> None:
    side = min(size_of(content, size))
    if side < SMALLEST_SIDE:
        raise PictureTooNarrow(size=size, side=side, needed=SMALLEST_SIDE)


def _begun(content: Tensor, settings: StyleSettings) -> Tensor:
    """Return the picture before its first step, (1, 3, H, W)."""
    if settings.start is Start.CONTENT:
        return content.clone()
    random = torch.Generator().manual_seed(settings.seed)
    noise = 0.5 + _NOISE * torch.randn(content.shape, generator=random)
    return noise if settings.start is Start.NOISE else (content + noise) / 2


def _enlarged(picture: Tensor, content: Tensor) -> Tensor:
    """Return what was drawn so far, at the size of the content."""
    size = content.shape[2:]
    return F.interpolate(picture.detach(), size=size, mode="bicubic", align_corners=False).clamp(
        0, 1
    )


def _steps(
    picture: Tensor, objective: Objective, optimiser: Optimiser, steps: int
) -> Iterator[Losses]:
    """Change a picture in place, step by step, and yield the terms of the loss before each."""
    picture.requires_grad_(True)
    if optimiser is Optimiser.LBFGS:
        follow = torch.optim.LBFGS([picture], max_iter=1, history_size=_HISTORY)
    else:
        follow = torch.optim.Adam([picture], lr=_ADAM_RATE)
    for _ in range(steps):
        yield _step(picture, objective, follow)


def _step(picture: Tensor, objective: Objective, follow: torch.optim.Optimizer) -> Losses:
    found: list[Losses] = []

    def closure() -> Tensor:
        follow.zero_grad()
        loss, losses = objective(picture)
        loss.backward()
        found.append(losses)
        return loss

    follow.step(closure)
    return found[0]
