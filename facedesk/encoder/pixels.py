"""How a network wants the colours of its pictures."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

Order = Literal["rgb", "bgr"]


@dataclass(frozen=True)
class Pixels:
    """order: of the three colours. low, high: what 0 and 255 become."""

    order: Order = "rgb"
    low: float = 0.0
    high: float = 255.0

    def of(self, chips: np.ndarray) -> np.ndarray:
        """Return what the network is given: RGB uint8 (N, S, S, 3) -> float32 (N, 3, S, S)."""
        ordered = chips if self.order == "rgb" else chips[..., ::-1]
        scale = np.float32((self.high - self.low) / 255)
        values = ordered.transpose(0, 3, 1, 2) * scale + np.float32(self.low)
        return np.ascontiguousarray(values, np.float32)


# By the names that the command line has for them. (x − 127.5) / 128 is as good as the last.
RANGES = {"0..255": (0.0, 255.0), "0..1": (0.0, 1.0), "-1..1": (-1.0, 1.0)}
ORDERS: tuple[Order, ...] = ("rgb", "bgr")
EVERY_KIND = tuple(Pixels(order, *ends) for ends in RANGES.values() for order in ORDERS)
