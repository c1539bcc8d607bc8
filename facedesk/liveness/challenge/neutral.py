"""Waits until somebody looks straight ahead and keeps still, and remembers how that looks."""

from dataclasses import fields, replace

import numpy as np

from facedesk.liveness.signals.face_signals import FaceSignals

_LEAST_FRAMES = 3
_TURNED = 20.0  # degrees off the camera that still count as straight ahead
_BACK = 10.0  # degrees off the first neutral pose that count as back
_YAW, _PITCH = 10.0, 11.0  # degrees between the extremes of somebody who keeps still
_SCALE = 1.10  # ratio of the extremes
_PLACE = 0.35  # sizes of the face
_SHUT = 0.5  # of the opening that is usual


class KeepingStill:
    """Gathers frames until they are still for long enough.

    still_s: for how long. first: the neutral pose of the first step, that later ones come back to.
    """

    def __init__(self, still_s: float, first: FaceSignals | None = None) -> None:
        self._still_s = still_s
        self._first = first
        self._frames: list[FaceSignals] = []

    def see(self, signals: FaceSignals) -> None:
        """Take the next frame; where it does not fit to those before, they are forgotten."""
        if not self._straight_ahead(signals):
            self._frames = []
            return
        self._frames.append(signals)
        while not _still(self._frames):
            self._frames.pop(0)

    def lose(self) -> None:
        """Begin again: nobody was seen."""
        self._frames = []

    @property
    def progress(self) -> float:
        """How much of the time it has been still: 0…1."""
        if len(self._frames) < _LEAST_FRAMES:
            return 0.0
        return min((self._frames[-1].time_s - self._frames[0].time_s) / self._still_s, 1.0)

    def neutral(self) -> FaceSignals:
        """Return the middle of what was seen while it was still, eyes open."""
        values = {
            field.name: np.median([getattr(each, field.name) for each in self._frames], axis=0)
            for field in fields(FaceSignals)
        }
        return replace(
            self._frames[-1],
            **{name: tuple(v.tolist()) if v.ndim else float(v) for name, v in values.items()},
        )

    def _straight_ahead(self, signals: FaceSignals) -> bool:
        if self._first is None:
            return abs(signals.yaw) < _TURNED
        return (
            abs(signals.yaw - self._first.yaw) < _BACK
            and abs(signals.pitch - self._first.pitch) < _BACK
        )


def _still(frames: list[FaceSignals]) -> bool:
    yaw, pitch, scale = (
        [getattr(each, name) for each in frames] for name in ("yaw", "pitch", "scale")
    )
    places = np.array([each.place for each in frames])
    opening = np.array([each.opening for each in frames])
    return (
        bool(
            np.ptp(yaw) < _YAW
            and np.ptp(pitch) < _PITCH
            and max(scale) < _SCALE * min(scale)
            and np.linalg.norm(np.ptp(places, axis=0)) < _PLACE * scale[-1]
            # A blink while waiting does not matter, eyes that stay shut do.
            and opening[-1] >= _SHUT * np.median(opening)
        )
        or len(frames) == 1
    )
