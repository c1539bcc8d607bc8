"""How far a figure could have come out otherwise: intervals by drawing people again.

The people are what chance has chosen: a person's photos stand or fall together, and so do a
person's appearances in several draws of galleries. So people are drawn with replacement, the same
for all draws, and the draws as well (Efron, "Bootstrap Methods: Another Look at the Jackknife",
1979; by clusters as in Davison and Hinkley, "Bootstrap Methods and their Application", 1997).
"""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

_TIMES = 300
_SEED = 20260102
_ENDS = (0.025, 0.975)

Interval = tuple[float, float]
Figures = Mapping[str, float]


def intervals(
    figures_of: Callable[[int, np.ndarray], Figures], draws: int, people: int
) -> dict[str, Interval]:
    """Return where 95 % of the means over draws lie, by figure.

    figures_of: called with a draw, 0…draws − 1, and the weights (people,) of the people.
    """
    found = [_mean(figures_of, chosen, weights) for chosen, weights in _drawn(draws, people)]
    return {name: interval_of(np.array([figures[name] for figures in found])) for name in found[0]}


def weights_of_people(people: int) -> Iterator[np.ndarray]:
    """Yield how often each is there when as many as there are, are drawn with replacement."""
    random = np.random.default_rng(_SEED)
    for _ in range(_TIMES):
        yield np.bincount(random.integers(people, size=people), minlength=people).astype(float)


def interval_of(found: np.ndarray) -> Interval:
    """Return the middle 95 % of what came out (N,), leaving out NaN; NaN where all is."""
    known = found[~np.isnan(found)]
    if not len(known):
        return float("nan"), float("nan")
    low, high = np.quantile(known, _ENDS)
    return float(low), float(high)


def _drawn(draws: int, people: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    random = np.random.default_rng(_SEED)
    for weights in weights_of_people(people):
        yield np.bincount(random.integers(draws, size=draws), minlength=draws), weights


def _mean(
    figures_of: Callable[[int, np.ndarray], Figures], chosen: np.ndarray, weights: np.ndarray
) -> dict[str, float]:
    """Return the mean of the draws, each counted as often as it was chosen."""
    drawn = np.flatnonzero(chosen)
    each = [figures_of(int(draw), weights) for draw in drawn]
    return {
        name: float(np.average([figures[name] for figures in each], weights=chosen[drawn]))
        for name in each[0]
    }
