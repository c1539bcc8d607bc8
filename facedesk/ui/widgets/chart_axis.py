"""Where an axis of shares begins and ends, and what stands at its ticks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.ui.widgets.axis import Axis
from facedesk.ui.widgets.number_words import number_words

_MOST_DECADES = 4
_STEPS = ((0.6, 0.2), (0.25, 0.1), (0.0, 0.05))  # longer than this: a tick at every such share


@dataclass(frozen=True)
class ShareAxis(Axis):
    """An axis from low to high, in shares 0…1; on a logarithmic one, places are powers of ten."""

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Places with the text at each."""
        if self.log:
            shares = [10.0**power for power in self._powers]
        else:
            length = self.high - self.low
            step = next(step for longer, step in _STEPS if length > longer + 1e-9)
            count = int(length / step + 1e-9)
            shares = [self.high - step * number for number in range(count + 1)]
        return [(float(self.places(np.array(share))), percent(share)) for share in shares]

    @property
    def _powers(self) -> range:
        """Those of ten that the axis holds."""
        first, last = math.log10(self.low) - 1e-9, math.log10(self.high) + 1e-9
        return range(math.ceil(first), math.floor(last) + 1)

    @property
    def small_ticks(self) -> list[tuple[float, str]]:
        """Places without a text, between the powers of ten."""
        if not self.log:
            return []
        steps = [
            step * 10.0**power for power in range(-_MOST_DECADES - 1, 0) for step in range(2, 10)
        ]
        return [(math.log10(share), "") for share in steps if self.low < share < self.high]


def axis_for(values: Sequence[np.ndarray], log: bool, from_zero: bool = False) -> ShareAxis:
    """Return the axis on which all values, 0…1, can be told apart."""
    every = np.concatenate([np.asarray(each, float) for each in values])
    if log:
        seen = every[every >= 10.0**-_MOST_DECADES]
        least, most = min(seen, default=1.0), max(seen, default=1.0)
        high = 10.0 ** math.ceil(math.log10(most) - 1e-9)
        return ShareAxis(min(_rounded_down(least), high / 10), high, log)
    low = 0.0 if from_zero or not len(every) else math.floor(every.min() * 10 + 1e-9) / 10
    return ShareAxis(min(low, 0.8), 1.0, log)


def _rounded_down(share: float) -> float:
    """Return the next lower of 1, 2, 5, 10, 20, 50 … of whichever power of ten."""
    power = 10.0 ** math.floor(math.log10(share) + 1e-9)
    return max(step * power for step in (1, 2, 5) if step * power <= share * (1 + 1e-9))


def percent(share: float) -> str:
    """Return a share as people write it, with no more digits than it takes."""
    return f"{number_words(100 * share)} %"
