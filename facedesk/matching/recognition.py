"""A gallery with the thresholds that fit its size: probes go in, decisions come out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.matching.decide import decide
from facedesk.matching.decision import Decision
from facedesk.matching.matcher import Matcher
from facedesk.matching.thresholds import Thresholds


@dataclass(frozen=True)
class Recognition:
    """Everything that a decision needs besides the probe."""

    matcher: Matcher
    thresholds: Thresholds

    def decide(self, vectors: Sequence[np.ndarray]) -> tuple[Decision, ...]:
        """Decide about the faces of one frame: unit vectors (D,), at least one."""
        comparison = self.matcher.compare_nearest(vectors, self.thresholds.unsure)
        return decide(comparison, self.thresholds)
