"""Pairs of templates, and what can be seen in them: the input of the verification heads."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

_SMALL = 1e-6  # keeps the χ² form finite where both numbers are 0


class Form(Enum):
    """What of a pair a head looks at."""

    DIFFERENCE = "difference"
    CHI_SQUARE = "chi-square"
    DISTANCE = "distance"
    SCORE = "score"


@dataclass(frozen=True, eq=False)
class Pairs:
    """N pairs of templates of one encoder.

    first, second: unit, float32 (N, D). distances, scores: float32 (N,), see Match.
    """

    first: np.ndarray
    second: np.ndarray
    distances: np.ndarray
    scores: np.ndarray

    def __len__(self) -> int:
        return len(self.distances)

    def part(self, which: np.ndarray) -> "Pairs":
        """Return some of them, by a mask or by indices."""
        return Pairs(
            self.first[which], self.second[which], self.distances[which], self.scores[which]
        )

    def seen_as(self, form: Form) -> np.ndarray:
        """Return what a form sees: float64 (N, F); F is D or, for distance and score, 1.

        difference: |f(x1)ₖ − f(x2)ₖ|. chi-square: (f(x1)ₖ − f(x2)ₖ)² / (|f(x1)ₖ| + |f(x2)ₖ|),
        after Taigman et al., "DeepFace", 2014; their numbers were never negative, ours have signs,
        hence the lengths in the denominator.
        """
        if form is Form.DISTANCE:
            return self.distances[:, None].astype(np.float64)
        if form is Form.SCORE:
            return self.scores[:, None].astype(np.float64)
        first, second = self.first.astype(np.float64), self.second.astype(np.float64)
        if form is Form.DIFFERENCE:
            return np.abs(first - second)
        return (first - second) ** 2 / (np.abs(first) + np.abs(second) + _SMALL)
