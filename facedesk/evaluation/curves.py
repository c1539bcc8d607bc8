"""Curves of rates against rates: what is won as more mistakes are put up with."""

from dataclasses import dataclass

import numpy as np

_POINTS = 60


@dataclass(frozen=True, eq=False)
class Curve:
    """Read-only float arrays (N,): rates, 0…1; x rises."""

    x: np.ndarray
    y: np.ndarray

    def __post_init__(self) -> None:
        for values in (self.x, self.y):
            values.setflags(write=False)


def roc(mates: np.ndarray, strangers: np.ndarray) -> Curve:
    """Return FAR -> TAR: of pairs of one person, the share accepted where so many strangers are.

    mates, strangers: scores (M,), (S,), at least one each. The rates go from one stranger to all.
    With the best scores of probes, minus infinity for mates that are taken for another, it is
    FPIR -> DIR.
    """
    rates = rates_down_to_one_of(len(strangers))
    return Curve(rates, np.array([accepted_at(rate, mates, strangers) for rate in rates]))


def det(mates: np.ndarray, strangers: np.ndarray) -> Curve:
    """Return FAR -> FRR: what roc does not accept."""
    accepted = roc(mates, strangers)
    return Curve(accepted.x, 1 - accepted.y)


def accepted_at(rate: float, mates: np.ndarray, strangers: np.ndarray) -> float:
    """Return the share of mates above the score that this share of strangers is above, at most."""
    return float(np.mean(mates > score_exceeded_by(rate, strangers)))


def score_exceeded_by(rate: float, scores: np.ndarray) -> float:
    """Return the lowest of the scores (N,) that at most this share of them is above."""
    above = int(rate * len(scores) + 1e-9)  # 0.29 of 100 are 29, whatever floats make of it
    return -np.inf if above >= len(scores) else float(np.sort(scores)[-1 - above])


def rates_down_to_one_of(count: int) -> np.ndarray:
    """Return rates from one of `count` to all, evenly spaced in their logarithm."""
    return np.geomspace(1 / count, 1, _POINTS)
