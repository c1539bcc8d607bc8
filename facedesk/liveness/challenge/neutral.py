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
        elif _still([*self._frames, signals]):
            self._frames.append(signals)
        else:
            self._frames = [signals]

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
    yaw, pitch, scale, x, y, opening = np.array(
        [(f.yaw, f.pitch, f.scale, *f.place, f.opening) for f in frames]
    ).T
    return bool(
        np.ptp(yaw) < _YAW
        and np.ptp(pitch) < _PITCH
        and scale.max() < _SCALE * scale.min()
        and np.hypot(np.ptp(x), np.ptp(y)) < _PLACE * scale[-1]
        # A blink while waiting does not matter, but with eyes shut nothing is asked.
        and opening[-1] >= _SHUT * np.median(opening)
    )
