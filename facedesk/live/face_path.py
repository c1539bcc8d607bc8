"""Where a face is from moment to moment."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.vision.detection import Detection

_NUMBERS = 14  # a box, and five landmarks of two numbers each


@dataclass(frozen=True, eq=False)
class FacePath:
    """times_s: float64 (N,), rising. places: float32 (N, 14), boxes and landmarks; read-only."""

    times_s: np.ndarray
    places: np.ndarray

    def at(self, time_s: float, longest_step_s: float) -> Detection | None:
        """Return where the face is at a time, between the moments before and after it.

        None where these lie further apart than longest_step_s, or it comes before or after all.
        """
        after = int(np.searchsorted(self.times_s, time_s))
        if after < len(self.times_s) and self.times_s[after] == time_s:
            return _detection(self.places[after])
        if after in (0, len(self.times_s)):
            return None
        before_s, after_s = self.times_s[after - 1 : after + 1]
        if after_s - before_s > longest_step_s:
            return None
        share = (time_s - before_s) / (after_s - before_s)
        return _detection((1 - share) * self.places[after - 1] + share * self.places[after])

    def between(self, start_s: float, end_s: float) -> "FacePath":
        """Return the part from one time to another, both included."""
        first = np.searchsorted(self.times_s, start_s)
        last = np.searchsorted(self.times_s, end_s, side="right")
        return FacePath(self.times_s[first:last], self.places[first:last])

    def time_of(self, detection: Detection) -> float | None:
        """Return when the face was exactly there; None if it never was."""
        found = np.flatnonzero((self.places == _numbers(detection)).all(axis=1))
        return float(self.times_s[found[0]]) if len(found) else None


class PathRecorder:
    """Grows by a moment at a time."""

    def __init__(self) -> None:
        self._times_s = array("d")
        self._places = array("f")

    def add(self, time_s: float, detection: Detection) -> None:
        """Note where the face is; times rise."""
        self._times_s.append(time_s)
        self._places.extend(_numbers(detection).tolist())

    def path(self) -> FacePath:
        """Return a copy of what was noted so far."""
        places = np.array(self._places, np.float32).reshape(-1, _NUMBERS)
        return _frozen(np.array(self._times_s, np.float64), places)


def joined(paths: Sequence[FacePath]) -> FacePath:
    """Return the path of a face that several tracks followed; where two did, the first counts."""
    times_s = np.concatenate([path.times_s for path in paths])
    places = np.concatenate([path.places for path in paths])
    times_s, kept = np.unique(times_s, return_index=True)
    return _frozen(times_s, places[kept])


def _frozen(times_s: np.ndarray, places: np.ndarray) -> FacePath:
    times_s.setflags(write=False)
    places.setflags(write=False)
    return FacePath(times_s, places)


def _numbers(detection: Detection) -> np.ndarray:
    return np.concatenate([detection.box, detection.landmarks.ravel()]).astype(np.float32)


def _detection(place: np.ndarray) -> Detection:
    place = place.astype(np.float32)
    place.setflags(write=False)
    return Detection(place[:4], place[4:].reshape(5, 2), 1.0)
