"""Where an axis of plain numbers begins and ends, and what stands at its ticks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.ui.widgets.axis import Axis
from facedesk.ui.widgets.number_words import number_words

_MOST_DECADES = 6
_MOST_TICKS = 6
_NOTHING = 1e-12  # up to here values count as 0: there are no steps between numbers so small


@dataclass(frozen=True)
class NumberAxis(Axis):
    """An axis from low to high; on a logarithmic one, places are powers of ten."""

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Places with the text at each."""
        first, last = self.ends
        if self.log:
            powers = range(math.ceil(first - 1e-9), math.floor(last + 1e-9) + 1)
            return [(float(power), number_words(10.0**power)) for power in powers]
        step = _step(last - first)
        counts = range(math.ceil(first / step - 1e-9), math.floor(last / step + 1e-9) + 1)
        return [(count * step, number_words(round(count * step, 10))) for count in counts]

    @property
    def small_ticks(self) -> list[tuple[float, str]]:
        """Places without a text: none, since a step between two ticks means nothing here."""
        return []


def number_axis_for(values: Sequence[np.ndarray], log: bool) -> NumberAxis:
    """Return the axis on which all values can be told apart: 0 or more; logarithmic, above 0."""
    every = np.concatenate([np.asarray(each, float) for each in values])
    every = every[np.isfinite(every)]
    if log:
        seen = every[every > 0]
        high = math.ceil(math.log10(seen.max(initial=1e-9)) - 1e-9) if len(seen) else 0
        low = math.floor(math.log10(seen.min()) + 1e-9) if len(seen) else -1
        low = min(max(low, high - _MOST_DECADES), high - 1)
        return NumberAxis(10.0**low, 10.0**high, True)
    high = float(every.max(initial=0.0))
    high = high if high > _NOTHING else 1.0
    return NumberAxis(min(0.0, float(every.min(initial=0.0))), high, False)


def _step(length: float) -> float:
    """Return the least of 1, 2, 5, 10, 20, 50 … of whichever power of ten that gives few ticks."""
    power = 10.0 ** math.floor(math.log10(length / _MOST_TICKS) + 1e-9)
    return next(step * power for step in (1, 2, 5, 10) if length / (step * power) <= _MOST_TICKS)
