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


class Doubt(Enum):
    """Why it can't be said whether a face is live or flat."""

    SHORT = "short"  # it has not been watched for long enough
    STILL = "still"  # it has hardly moved
    FEW = "few"  # too few pictures a second
    SMALL = "small"  # the face is too small
    DARK = "dark"
    BRIGHT = "bright"
    UNCLEAR = "unclear"  # what was found speaks neither clearly for one nor for the other


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
    """One answer for a track.

    seconds: how long the face had been watched. flat: log-odds of all evidence together that the
    face is flat; None as long as there is none. doubt: why it is NOT_SURE; None when it is sure.
    """

    liveness: Liveness
    evidence: tuple[Evidence, ...]
    seconds: float
    flat: float | None = None
    doubt: Doubt | None = None
