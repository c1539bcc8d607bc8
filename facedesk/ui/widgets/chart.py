"""What a chart shows, in words and figures."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a chart, with a name. mark: a point of its own to be pointed out, x and y."""

    name: str
    x: np.ndarray
    y: np.ndarray
    mark: tuple[float, float] | None = None


@dataclass(frozen=True, eq=False)
class Chart:
    """Lines on named axes, of shares 0…1 or, where `numbers` is set, of numbers from 0 on.

    log_x, log_y: whether an axis is logarithmic. mark: what the marked points are. even: what the
    diagonal is, if it means something.
    """

    title: str
    x_name: str
    y_name: str
    lines: tuple[Line, ...]
    log_x: bool = False
    log_y: bool = False
    mark: str = ""
    even: str = ""
    numbers: bool = False
