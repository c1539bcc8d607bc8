"""One opening of a source, and how long it may take over what."""

import threading
import time
from dataclasses import dataclass, replace

from facedesk import errors
from facedesk.capture.camera_mode import CameraMode
from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.capture.source import Source, SourceKind

_NO_PICTURE = {
    SourceKind.CAMERA: errors.CameraBusy,
    SourceKind.ADDRESS: errors.AddressUnreachable,
}


@dataclass(frozen=True)
class CaptureLimits:
    """How long to wait, in seconds.

    first_frame_s: for a source to open and show something. next_frame_s: for the next frame of a
    live one. faulty_s: for its pictures to be other than black or the same. release_s: for a reader
    to let go of its camera. shortest_wait_s, longest_wait_s: between attempts to open it again.
    look_s: between looks whether a lost camera has been plugged in again.
    """

    first_frame_s: float = 20.0
    next_frame_s: float = 3.0
    faulty_s: float = 3.0
    release_s: float = 2.0
    shortest_wait_s: float = 0.5
    longest_wait_s: float = 5.0
    look_s: float = 1.0


class Reading:
    """What is known of an opening, from the attempt until its reader is closed again (done)."""

    def __init__(self, source: Source, generation: int) -> None:
        self.source = source
        self.generation = generation
        self.heard_at = time.monotonic()
        self.frames = 0
        self.live = False
        self.error: errors.FacedeskError | None = None
        self.done = False
        self.thread: threading.Thread | None = None
        self._status = CaptureStatus(CaptureState.RUNNING, source)

    def note_opened(self, live: bool, given: CameraMode | None) -> None:
        """Keep what is known once it is open; given: see CaptureStatus."""
        self.live = live
        self._status = replace(self._status, given=given)

    def patience_s(self, limits: CaptureLimits) -> float:
        """Return for how long the next frame may be awaited; a file takes the time it takes."""
        if not self.frames:
            return limits.first_frame_s
        return limits.next_frame_s if self.live else float("inf")

    def status(self, fault: type[errors.SourceError] | None) -> CaptureStatus:
        """Return the status while frames arrive; the same object as long as it is the same."""
        error = self._status.error
        if fault is None and error is not None:
            self._status = replace(self._status, state=CaptureState.RUNNING, error=None)
        elif fault is not None and type(error) is not fault:
            error = fault(source=self.source.label)
            self._status = replace(self._status, state=CaptureState.DEGRADED, error=error)
        return self._status

    def final_status(self, was_live: bool) -> CaptureStatus:
        """Return how it ended. was_live: whether this or an earlier one gave live pictures."""
        if was_live:
            return CaptureStatus(CaptureState.LOST, self.source, self._reason_of_loss())
        if self.error is None and self.frames:
            return CaptureStatus(CaptureState.ENDED, self.source)
        return CaptureStatus(CaptureState.FAILED, self.source, self.error or self._no_picture())

    def _reason_of_loss(self) -> errors.FacedeskError:
        """Return why it can't be opened again if that is known, else that it was lost."""
        if self.frames or self.error is None:
            return errors.CameraLost(source=self.source.label)
        return self.error

    def _no_picture(self) -> errors.SourceError:
        no_picture = _NO_PICTURE.get(self.source.kind, errors.FileUnreadable)
        return no_picture(source=self.source.label)
