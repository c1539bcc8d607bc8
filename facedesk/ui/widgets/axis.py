"""Where values lie on an axis."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Axis:
    """An axis from low to high; on a logarithmic one, places are powers of ten."""

    low: float
    high: float
    log: bool

    def places(self, values: np.ndarray) -> np.ndarray:
        """Return where values lie on the axis; what lies below its low end is put onto that."""
        kept = np.maximum(np.asarray(values, float), self.low)
        return np.log10(kept) if self.log else kept

    @property
    def ends(self) -> tuple[float, float]:
        """Where the axis begins and ends, as places."""
        first, last = self.places(np.array([self.low, self.high]))
        return float(first), float(last)
