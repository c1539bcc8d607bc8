"""Asks for three movements in an order of its own, and judges whether they are made when asked."""

import math
import secrets
from dataclasses import dataclass
from random import Random

from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.neutral import KeepingStill
from facedesk.liveness.challenge.state import ChallengeState, Failure, Outcome
from facedesk.liveness.challenge.step import Step, Verdict
from facedesk.liveness.signals.face_signals import FaceSignals

STEPS = 3
STEP_S = 6.0  # for a movement
NEUTRAL_S = 10.0  # for looking straight ahead and keeping still
_STILL_S = (0.6, 1.8)  # for how long: by chance, so that no clip is in step with it
_LOST_S = 0.8  # nobody seen for longer: it may be somebody else afterwards
_JUMP = 0.5, 4.0  # sizes of the face that it moves at once, and in each second
_GROWTH = 0.25, 1.0  # the same for the share by which its size changes


@dataclass(frozen=True)
class _Asked:
    """A movement to be asked for, and how long one must keep still before."""

    movement: Movement
    still_s: float


class Challenge:
    """A short sequence of distinct movements. Give it every frame of one track, from one thread.

    Whoever is before the camera looks straight ahead and keeps still for a chance while, is asked
    for a movement, comes back, and so on. A movement counts only after it was asked for, beginning
    at rest; another one instead ends the challenge, as do a face that is lost or jumps and time
    that runs out. Who tries again gets a new challenge, in another order. It is for one person: a
    new track needs a new one.
    """

    def __init__(self, asked: tuple[_Asked, ...], mirrored: bool) -> None:
        self._asked = asked
        self._mirrored = mirrored
        self._index = 0
        self._still = KeepingStill(asked[0].still_s)
        self._step: Step | None = None
        self._first: FaceSignals | None = None
        self._last: FaceSignals | None = None
        self._now_s: float | None = None
        self._until_s = math.inf
        self._end: Outcome | None = None
        self._failure: Failure | None = None

    @classmethod
    def new(cls, random: Random | None = None, mirrored: bool = False) -> "Challenge":
        """Draw a challenge. random: by default one that nobody can foresee.

        mirrored: whether the camera's own pictures are mirrored, before any showing of them.
        """
        chance = random or secrets.SystemRandom()
        movements = chance.sample(list(Movement), STEPS)
        return cls(tuple(_Asked(each, chance.uniform(*_STILL_S)) for each in movements), mirrored)

    @property
    def movements(self) -> tuple[Movement, ...]:
        """What is asked for, in order."""
        return tuple(each.movement for each in self._asked)

    @property
    def state(self) -> ChallengeState:
        """How far it is."""
        left = min(self._until_s - (self._now_s or 0.0), NEUTRAL_S)
        return ChallengeState(
            step=self._asked[self._index].movement,
            index=self._index,
            of=len(self._asked),
            progress=self._progress(),
            seconds_left=0.0 if self._end else max(left, 0.0),
            outcome=self._outcome(),
            failure=self._failure,
        )

    def see(self, signals: FaceSignals | None, time_s: float) -> None:
        """Take the next frame. signals: None where there is no face. time_s: of the frame."""
        if self._end or (self._now_s is not None and time_s <= self._now_s):
            return
        if self._now_s is None:
            self._until_s = time_s + NEUTRAL_S
        self._now_s = time_s
        if time_s > self._until_s:
            self._fail(Failure.TOO_LATE)
        elif self._lost(time_s):
            self._fail(Failure.FACE_LOST)
        elif signals is not None:
            self._judge(signals.mirrored() if self._mirrored else signals)

    def _judge(self, signals: FaceSignals) -> None:
        before, self._last = self._last, signals
        if before is not None and _jumped(before, signals):
            if self._first is not None:
                self._fail(Failure.JUMPED)
                return
            self._still.lose()
        if self._step is None:
            self._wait(signals)
            return
        verdict = self._step.see(signals)
        if verdict is Verdict.WRONG:
            self._fail(Failure.WRONG_MOVEMENT)
        elif verdict is Verdict.DONE:
            self._next()

    def _wait(self, signals: FaceSignals) -> None:
        self._still.see(signals)
        if self._still.progress < 1:
            return
        neutral = self._still.neutral()
        self._first = self._first or neutral
        self._step = Step(self._asked[self._index].movement, neutral, signals.time_s)
        self._until_s = signals.time_s + STEP_S

    def _next(self) -> None:
        if self._index == len(self._asked) - 1:
            self._end = Outcome.PASSED
            return
        self._index += 1
        self._step = None
        self._still = KeepingStill(self._asked[self._index].still_s, self._first)
        self._until_s = self._now_s + NEUTRAL_S

    def _lost(self, time_s: float) -> bool:
        if self._last is None or time_s - self._last.time_s <= _LOST_S:
            return False
        if self._first is not None:
            return True
        self._still.lose()
        return False

    def _fail(self, failure: Failure) -> None:
        self._end, self._failure = Outcome.FAILED, failure

    def _outcome(self) -> Outcome:
        if self._end:
            return self._end
        return Outcome.WAITING_FOR_NEUTRAL if self._step is None else Outcome.DOING

    def _progress(self) -> float:
        return self._still.progress if self._step is None else self._step.progress


def _jumped(before: FaceSignals, now: FaceSignals) -> bool:
    """Tell whether no head moves like this: it is another face, or a clip that begins anew."""
    passed = now.time_s - before.time_s
    moved = math.dist(before.place, now.place) / min(before.scale, now.scale)
    grown = abs(math.log(now.scale / before.scale))
    return moved > _JUMP[0] + _JUMP[1] * passed or grown > _GROWTH[0] + _GROWTH[1] * passed
