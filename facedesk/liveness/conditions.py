"""Whether the pictures of a face are good enough to say anything about its liveness."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from facedesk.liveness.answer import Doubt
from facedesk.vision.detection import eye_distance

_WINDOW_S = 3.0
_LOST_S = 0.7  # not seen for longer than this, it may be another face, or a picture by now
_FEWEST = 8.0  # pictures a second
_SMALLEST = 20.0  # pixels between the eyes
_DARKEST, _BRIGHTEST = 40.0, 225.0  # mean grey value of the face
_POOR = 0.3  # of the pictures of the last seconds may be poor
_POINTS = 32  # along each side of the face suffice to judge the light


@dataclass(frozen=True)
class _Moment:
    time_s: float
    doubt: Doubt | None


class Conditions:
    """Watches how one face is seen."""

    def __init__(self) -> None:
        self._begun_s = 0.0
        self._moments: deque[_Moment] = deque()

    def is_lost(self, time_s: float) -> bool:
        """Tell whether the face has been away for too long, or time has run backwards."""
        if not self._moments:
            return False
        return not 0 <= time_s - self._moments[-1].time_s <= _LOST_S

    def see(self, image: np.ndarray, landmarks: np.ndarray, time_s: float) -> None:
        """Take a picture into account: RGB uint8 (H, W, 3), landmarks (5, 2) in pixels."""
        if not self._moments:
            self._begun_s = time_s
        self._moments.append(_Moment(time_s, _doubt_about(image, landmarks)))
        while time_s - self._moments[0].time_s > _WINDOW_S:
            self._moments.popleft()

    @property
    def seconds(self) -> float:
        """How long the face has been watched."""
        return self._moments[-1].time_s - self._begun_s if self._moments else 0.0

    @property
    def doubt(self) -> Doubt | None:
        """What is wrong with the pictures of the last seconds, if anything."""
        if not self._moments:
            return Doubt.SHORT
        poor = [moment.doubt for moment in self._moments if moment.doubt is not None]
        if len(poor) > _POOR * len(self._moments):
            return max(set(poor), key=poor.count)
        passed_s = self._moments[-1].time_s - self._moments[0].time_s
        if passed_s > 1 and (len(self._moments) - 1) / passed_s < _FEWEST:
            return Doubt.FEW
        return None


def _doubt_about(image: np.ndarray, landmarks: np.ndarray) -> Doubt | None:
    """Return what is wrong with a single picture of a face."""
    if not np.isfinite(landmarks).all():
        return Doubt.SMALL
    if eye_distance(landmarks) < _SMALLEST:
        return Doubt.SMALL
    height, width = image.shape[:2]
    left, top = np.clip(landmarks.min(axis=0), 0, [width - 1, height - 1]).astype(int)
    right, bottom = np.clip(landmarks.max(axis=0), 0, [width - 1, height - 1]).astype(int)
    face = image[top : bottom + 1, left : right + 1]
    step = max(1, min(face.shape[:2]) // _POINTS)
    light = float(face[::step, ::step].mean())
    if light < _DARKEST:
        return Doubt.DARK
    return Doubt.BRIGHT if light > _BRIGHTEST else None
