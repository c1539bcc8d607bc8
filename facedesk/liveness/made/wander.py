"""Movements that nobody plans: a hand that holds something, a head that is not held still."""

import numpy as np

_SWINGS = 3


def wander(
    random: np.random.Generator, times: np.ndarray, reach: float, slowest_s: float, fastest_s: float
) -> np.ndarray:
    """Return a smooth movement around 0, one value for each time in seconds: float64 (T,).

    reach: how far it goes at most. It is a sum of swings that take `fastest_s` to `slowest_s`
    seconds; the slower ones are the wider ones.
    """
    periods = np.exp(random.uniform(np.log(fastest_s), np.log(slowest_s), _SWINGS))
    phases = random.uniform(0, 2 * np.pi, _SWINGS)
    widths = periods / periods.sum()
    return reach * (widths * np.sin(2 * np.pi * times[:, None] / periods + phases)).sum(axis=1)
