"""How good a network has become after how much training."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from facedesk.training.progress import Progress, Stepped, Validated


@dataclass(frozen=True)
class CurvePoint:
    """One validation.

    seconds: for which the processor has trained until then, without validations. dir: by people
    enrolled. active: share of the triplets since the one before that still taught something, None
    at the start.
    """

    step: int
    seconds: float
    dir: dict[str, float]
    active: float | None


def curve_points(
    progress: Iterable[Progress], clock: Callable[[], float] = time.process_time
) -> Iterator[CurvePoint]:
    """Yield a point for each validation of a training that runs while this is read.

    clock: the processor's time in seconds; unlike that on the wall, it does not go on while other
    programs have the processor.
    """
    seconds, active = 0.0, []
    before = clock()
    for each in progress:
        if isinstance(each, Stepped):
            seconds += clock() - before
            active.append(each.active)
        elif isinstance(each, Validated):
            share = float(np.mean(active)) if active else None
            active.clear()
            yield CurvePoint(each.step, seconds, each.dir, share)
        before = clock()
