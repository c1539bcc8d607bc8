"""Shows clips to what watches living faces, and keeps what it answers over time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.liveness.answer import LivenessAnswer
from facedesk.liveness.networks import LivenessNetworks
from facedesk.liveness.watch import LivenessWatch

ROUNDING_S = 1e-6


@dataclass(frozen=True, eq=False)
class FaceClip:
    """A face over time, as a camera sees it.

    pictures: RGB uint8 (H, W, 3), T of them, two or more. landmarks: (T, 5, 2). times: seconds,
    (T,), rising.
    """

    pictures: Sequence[np.ndarray]
    landmarks: np.ndarray
    times: np.ndarray

    @property
    def step_s(self) -> float:
        """How long a picture stays, on average."""
        return float(self.times[-1] - self.times[0]) / (len(self.times) - 1)

    @property
    def seconds(self) -> float:
        """How long it is, with its last picture."""
        return self.step_s * len(self.times)

    def to_and_fro(self, seconds: float) -> "FaceClip":
        """Return it forwards, backwards, forwards … until it is so long, if it is shorter."""
        there = np.arange(len(self.times))
        rounds = int(np.ceil(max(seconds / self.seconds, 1))) + 1
        order = np.tile(np.concatenate([there, there[-2:0:-1]]), rounds)
        times = np.append(0.0, np.cumsum(np.abs(np.diff(self.times[order]))))
        order = order[times + self.step_s <= max(seconds, self.seconds) + ROUNDING_S]
        pictures = [self.pictures[index] for index in order]
        return FaceClip(pictures, self.landmarks[order], times[: len(order)])


@dataclass(frozen=True)
class Watched:
    """What was answered about one clip.

    kind: of what was before the camera: “live”, or an attack. source: whose it is; clips of one
    source stand or fall together. answers: with the seconds after which they were given, rising.
    """

    kind: str
    attack: bool
    source: str
    answers: tuple[tuple[float, LivenessAnswer], ...]

    def after(self, seconds: float) -> LivenessAnswer:
        """Return the last answer that was given by then, or the first one."""
        given = [answer for time, answer in self.answers if time <= seconds]
        return given[-1] if given else self.answers[0][1]


def watch_clip(
    clip: FaceClip, networks: LivenessNetworks, moments: Sequence[float]
) -> tuple[tuple[float, LivenessAnswer], ...]:
    """Return what is answered when every look is asked at some moments: seconds from its beginning.

    Moments after its end are left out; where all are, it is asked at its end.
    """
    due = [moment for moment in sorted(moments) if moment <= clip.seconds + ROUNDING_S]
    due = due or [clip.seconds]
    watch, answers = LivenessWatch(networks), []
    for picture, landmarks, time in zip(clip.pictures, clip.landmarks, clip.times, strict=True):
        watch.see(picture, landmarks, float(time))
        if due and time - clip.times[0] + clip.step_s >= due[0] - ROUNDING_S:
            watch.look_again()
            answers.append((due.pop(0), watch.answer()))
    return tuple(answers)
