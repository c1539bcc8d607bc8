"""Measures how long jobs take, side by side, so that a busy moment hits all of them alike."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

_WARM_UPS = 3


@dataclass(frozen=True)
class Spread:
    """Milliseconds: the median, and the 10th and 90th percentile."""

    median: float
    low: float
    high: float


def time_in_turn(jobs: Sequence[Callable[[], object]], repeats: int) -> list[Spread]:
    """Run the jobs one after the other, `repeats` rounds, and return how long each took."""
    for job in jobs:
        for _ in range(_WARM_UPS):
            job()
    rounds = [[milliseconds(job) for job in jobs] for _ in range(max(repeats, 1))]
    low, median, high = np.percentile(rounds, (10, 50, 90), axis=0)
    return [Spread(*map(float, figures)) for figures in zip(median, low, high, strict=True)]


def milliseconds(job: Callable[[], object]) -> float:
    """Run a job once and return how long it took."""
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1e3
