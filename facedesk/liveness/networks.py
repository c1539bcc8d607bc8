"""What liveness looks with: the looks that need no weights, and the networks that were trained."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from facedesk.errors import FacedeskError
from facedesk.liveness.answer import Evidence


class EvidenceSource(Protocol):
    """Looks at one face over time, in one way."""

    def see(self, image: np.ndarray, landmarks: np.ndarray, time_s: float) -> None:
        """Take a picture into account: RGB uint8 (H, W, 3), landmarks (5, 2) in pixels.

        Costs little. time_s rises.
        """

    def evidence(self) -> Evidence:
        """Say what has been found so far; this may take some milliseconds."""


@dataclass(frozen=True, eq=False)
class LivenessNetworks:
    """The networks, shared by all faces. problems: why some of them are missing."""

    problems: tuple[FacedeskError, ...] = ()

    def sources(self) -> Sequence[EvidenceSource]:
        """Return new looks for one face."""
        return ()


def load_networks() -> LivenessNetworks:
    """Load what there is; what is missing or damaged is among the problems, the rest works."""
    return LivenessNetworks()
