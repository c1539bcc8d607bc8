"""What liveness looks with: the looks that need no weights, and the networks that were trained."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from facedesk.errors import FacedeskError
from facedesk.liveness.answer import Evidence
from facedesk.liveness.clip_network import ClipNetwork
from facedesk.liveness.clip_network_file import load_clip_network
from facedesk.liveness.clip_watch import ClipWatch
from facedesk.liveness.geometry.watch import GeometryWatch
from facedesk.liveness.signals.networks import SignalsNetworks, load_signals_networks
from facedesk.liveness.signals.watch import SignalsWatch

_log = logging.getLogger(__name__)

_Network = TypeVar("_Network")


class EvidenceSource(Protocol):
    """Looks at one face over time, in one way."""

    def see(self, image: np.ndarray, landmarks: np.ndarray, time_s: float) -> object:
        """Take a picture into account: RGB uint8 (H, W, 3), landmarks (5, 2) in pixels.

        Costs little. time_s rises.
        """

    def evidence(self) -> Evidence:
        """Say what has been found so far; this may take some milliseconds."""


@dataclass(frozen=True, eq=False)
class LivenessNetworks:
    """The networks, shared by all faces; None: missing or damaged. problems: why."""

    clip: ClipNetwork | None
    signals: SignalsNetworks | None
    problems: tuple[FacedeskError, ...] = ()

    def sources(self) -> Sequence[EvidenceSource]:
        """Return new looks for one face, as many as there is what they need."""
        sources: list[EvidenceSource] = [GeometryWatch()]
        if self.clip is not None:
            sources.append(ClipWatch(self.clip))
        if self.signals is not None:
            sources.append(SignalsWatch(self.signals))
        return sources


def load_networks() -> LivenessNetworks:
    """Load what there is; what is missing or damaged is among the problems, the rest works."""
    problems: list[FacedeskError] = []

    def loaded(load: Callable[[], _Network]) -> _Network | None:
        try:
            return load()
        except FacedeskError as error:
            problems.append(error)
        except Exception:  # recognition goes on without
            _log.exception("a network for liveness can't be loaded")
            problems.append(FacedeskError())
        return None

    clip, signals = loaded(load_clip_network), loaded(load_signals_networks)
    return LivenessNetworks(clip, signals, tuple(problems))
