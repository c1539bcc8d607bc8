"""What the capture thread is doing, for the window and the commands to show."""

from dataclasses import dataclass
from enum import Enum

from facedesk.capture.source import Source
from facedesk.errors import FacedeskError


class CaptureState(Enum):
    """OPENING until the first frame, then RUNNING.

    DEGRADED: frames come, but black or always the same. LOST: a live source stopped; it is being
    opened again and again. ENDED: a file is finished. FAILED: the source gave no frame at all.
    STOPPED: nothing is open.
    """

    OPENING = "opening"
    RUNNING = "running"
    DEGRADED = "degraded"
    LOST = "lost"
    ENDED = "ended"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class CaptureStatus:
    """source: None when STOPPED; error: why it is DEGRADED, LOST or FAILED."""

    state: CaptureState
    source: Source | None = None
    error: FacedeskError | None = None


# The newest picture shows what there is to see, now or for good.
SHOWING = frozenset({CaptureState.RUNNING, CaptureState.DEGRADED, CaptureState.ENDED})
# There is no picture, and none will come by itself.
IDLE = frozenset({CaptureState.STOPPED, CaptureState.FAILED})
