"""Changes a picture step by step so that its loss falls."""

from collections.abc import Callable, Iterator
from math import isfinite

import torch
from torch import Tensor

from facedesk.style.objective import Judged
from facedesk.style.style_settings import Optimiser

_HISTORY = 10  # steps that L-BFGS remembers
_ADAM_RATE = 0.02
# The length of a step is not searched for, as that takes time: one that makes J so many times
# larger is taken back.
_TOO_FAR = 3.0


def descend(
    picture: Tensor, judge: Callable[[Tensor], Judged], optimiser: Optimiser, steps: int
) -> Iterator[Judged]:
    """Change a picture (1, 3, H, W) in place, and yield what each step began with."""
    picture.requires_grad_(True)
    follow = _optimiser(picture, optimiser)
    good, least = picture.detach().clone(), float("inf")
    for _ in range(steps):
        now = picture.detach().clone()
        judged = _step(picture, judge, follow)
        loss = judged.losses.total
        if isfinite(loss) and loss <= _TOO_FAR * least:
            good, least = now, min(least, loss)
        else:
            picture.data.copy_(good)
            follow = _optimiser(picture, optimiser)  # it remembers nothing of the way
        yield judged


def _optimiser(picture: Tensor, optimiser: Optimiser) -> torch.optim.Optimizer:
    if optimiser is Optimiser.ADAM:
        return torch.optim.Adam([picture], lr=_ADAM_RATE)
    return torch.optim.LBFGS([picture], max_iter=1, history_size=_HISTORY)


def _step(
    picture: Tensor, judge: Callable[[Tensor], Judged], follow: torch.optim.Optimizer
) -> Judged:
    found: list[Judged] = []

    def closure() -> Tensor:
        follow.zero_grad()
        judged = judge(picture)
        judged.loss.backward()
        found.append(judged)
        return judged.loss

    follow.step(closure)
    return found[0]
