"""What became of the probes of one draw, and the rates that follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.evaluation.curves import Curve, roc
from facedesk.evaluation.draws import Draw


@dataclass(frozen=True, eq=False)
class Outcome:
    """mates: (M,), strangers: (S,): whose the probes are, as indices into the people.

    found: (M,), the best score where it is that of the own person, else minus infinity. alarms:
    (S,), the best score.
    """

    mates: np.ndarray
    found: np.ndarray
    strangers: np.ndarray
    alarms: np.ndarray

    @property
    def curve(self) -> Curve:
        """FPIR -> DIR: of the mates, the share found where so many strangers are."""
        return roc(self.found, self.alarms)

    def rank1(self, weights: np.ndarray) -> float:
        """Return the share of mates whose own person scores best. weights: of the people."""
        return share(np.isfinite(self.found), weights[self.mates])

    def dir_at(self, fpir: float, weights: np.ndarray) -> float:
        """Return the share of mates found where at most this share of strangers is."""
        order = np.argsort(-self.alarms)
        heard = np.cumsum(weights[self.strangers][order])
        above = np.searchsorted(heard, fpir * heard[-1] + 1e-9, side="right")
        threshold = self.alarms[order][above] if above < len(heard) else -np.inf
        return share(self.found > threshold, weights[self.mates])


def outcome_of(people: np.ndarray, draw: Draw, mates: np.ndarray, strangers: np.ndarray) -> Outcome:
    """Sum up scores. people: int, whose each photo is. mates: (M, K), strangers: (S, K)."""
    own = people[draw.enrolled][mates.argmax(axis=1)] == people[draw.mates]
    return Outcome(
        mates=people[draw.mates],
        found=np.where(own, mates.max(axis=1), -np.inf),
        strangers=people[draw.strangers],
        alarms=strangers.max(axis=1),
    )


def share(which: np.ndarray, weights: np.ndarray) -> float:
    """Return the weighted share of those that are meant: bool (N,), (N,). NaN without weight."""
    whole = weights.sum()
    return float(weights[which].sum() / whole) if whole else float("nan")


def mean_curve(outcomes: Sequence[Outcome]) -> Curve:
    """Return the mean over draws with equally many strangers."""
    curves = [outcome.curve for outcome in outcomes]
    return Curve(curves[0].x.copy(), np.mean([curve.y for curve in curves], axis=0))
