"""What is said about a face: live, flat or not sure, and what was seen that says so."""

from dataclasses import dataclass, field
from enum import Enum


class Liveness(Enum):
    """Whether a living person is before the camera, or a flat picture of one."""

    LIVE = "live"
    FLAT = "flat"
    NOT_SURE = "not sure"


class Look(Enum):
    """A way of looking at a face over time."""

    GEOMETRY = "geometry"  # does it move as something solid?
    CLIP = "clip"  # what the 3-D network says of a few seconds of pictures
    SIGNALS = "signals"  # what the 1-D network says of blinks and of the colour of the skin


@dataclass(frozen=True)
class Evidence:
    """What one way of looking has found so far.

    flat: log-odds that the face is flat: positive for flat, negative for live, None as long as
    nothing can be said. enough: 0…1, how much of the time or movement that it needs there was.
    numbers: what was measured, by name and with the unit in the name.
    """

    look: Look
    flat: float | None
    enough: float
    numbers: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class LivenessAnswer:
    """One answer for a track. seconds: how long the face had been watched."""

    liveness: Liveness
    evidence: tuple[Evidence, ...]
    seconds: float
