"""What a measurement comes to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.bench.timing import Spread


@dataclass(frozen=True)
class Figure:
    """What was measured: median, 10th (low) and 90th (high) percentile.

    peer, ratio: the peer that did the same job in the same run, and how many times as fast as it
    facedesk was. remark: what a reader must know to judge the figure.
    """

    name: str
    median: float
    low: float
    high: float
    unit: str = "ms"
    peer: str | None = None
    ratio: float | None = None
    remark: str = ""


def timed(
    name: str,
    spread: Spread,
    peer: str | None = None,
    beside: Spread | None = None,
    remark: str = "",
) -> Figure:
    """Return the figure of a job that took so long. beside: how long the peer took."""
    ratio = beside.median / spread.median if beside and spread.median else None
    return Figure(
        name,
        spread.median,
        spread.low,
        spread.high,
        peer=peer if ratio is not None else None,
        ratio=ratio,
        remark=remark,
    )


def single(name: str, value: float, unit: str, remark: str = "") -> Figure:
    """Return the figure of what was counted, or measured once."""
    return Figure(name, value, value, value, unit, remark=remark)


def spread_of(name: str, values: Sequence[float], unit: str, remark: str = "") -> Figure:
    """Return the figure of what was measured many times, once at least."""
    low, median, high = map(float, np.percentile(values, (10, 50, 90)))
    return Figure(name, median, low, high, unit, remark=remark)
