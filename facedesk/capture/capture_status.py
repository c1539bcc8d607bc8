"""What the capture thread is doing, for the window and the commands to show."""

from dataclasses import dataclass
from enum import Enum

from facedesk.capture.camera_mode import CameraMode
from facedesk.capture.source import Source, SourceKind
from facedesk.errors import FacedeskError


class CaptureState(Enum):
    """OPENING until the first frame, then RUNNING.

    DEGRADED: frames come, but black or always the same. LOST: a live source stopped; it is being
    opened again and again. ENDED: a file is finished. FAILED: the source gave no frame at all; a
    camera is tried again and again all the same. STOPPED: nothing is open.
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
    """source: None when STOPPED; error: why it is DEGRADED, LOST or FAILED.

    given: what a camera gives where that is not what it was asked for.
    """

    state: CaptureState
    source: Source | None = None
    error: FacedeskError | None = None
    given: CameraMode | None = None

    @property
    def tried_again(self) -> bool:
        """Whether the source will be taken up as soon as it can be had."""
        if self.state is CaptureState.FAILED:
            return self.source.kind is SourceKind.CAMERA
        return self.state is CaptureState.LOST


# The newest picture shows what there is to see, now or for good.
SHOWING = frozenset({CaptureState.RUNNING, CaptureState.DEGRADED, CaptureState.ENDED})
# There is no picture, and who waits for one may wait for ever.
IDLE = frozenset({CaptureState.STOPPED, CaptureState.FAILED})
