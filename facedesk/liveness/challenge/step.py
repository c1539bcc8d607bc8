"""Judges one movement that was asked for, from the moment on at which it was."""

from enum import Enum

from facedesk.liveness.challenge.movement import Movement, amount
from facedesk.liveness.signals.face_signals import FaceSignals

_REACTION_S = 0.2  # nobody does anything sooner because they were asked to
_BACK = 0.45  # of a nod, or of shut eyes: what is left of it when it is over
_GOING = 0.8  # of the progress, of a movement that must also come back
_SHUT_S = 0.35  # eyes shut for less were a blink that comes by itself
_WRONG = 1.35  # of an amount: more of another movement than happens beside this one
_OTHER_WAY = 1.0  # of an amount, against what was asked for
_SHUT_WRONG_S = 0.6  # eyes shut for so long, by somebody who was asked for something else
_FRAMES = 2  # in a row: a single one may be measured wrongly

_COMING_BACK = (Movement.NOD, Movement.BLINK)
# What must not be seen instead; of the eyes see _shut_instead.
_OTHERS = (Movement.TURN_LEFT, Movement.TURN_RIGHT, Movement.NOD, Movement.COME_CLOSER)


class Verdict(Enum):
    """What has come of a step."""

    GOING_ON = "going on"
    DONE = "done"
    WRONG = "wrong"


class Step:
    """Watches for one movement. neutral: of just before it was asked for, at asked_s seconds."""

    def __init__(self, movement: Movement, neutral: FaceSignals, asked_s: float) -> None:
        self._movement = movement
        self._neutral = neutral
        self._asked_s = asked_s
        self._since: float | None = None  # since when there is enough of it
        self._frames = 0  # for which there has been
        self._wrong = 0  # frames in a row with another movement
        self._shut_since: float | None = None
        self._reached = False
        self.progress = 0.0

    def see(self, signals: FaceSignals) -> Verdict:
        """Judge the next frame."""
        found = amount(self._movement, signals, self._neutral)
        if self._is_wrong(signals, found):
            return Verdict.WRONG
        if self._movement in _COMING_BACK:
            return self._there_and_back(found, signals.time_s)
        self._count(found, signals.time_s)
        self.progress = max(
            self.progress, min(found, 1.0) * (0.99 if self._frames < _FRAMES else 1)
        )
        return Verdict.DONE if self._frames >= _FRAMES else Verdict.GOING_ON

    def _is_wrong(self, signals: FaceSignals, found: float) -> bool:
        if self._shut_instead(signals, found):
            return True
        at_once = signals.time_s - self._asked_s < _REACTION_S
        if found >= 1 and at_once and self._movement is not Movement.BLINK:
            return True
        others = max(
            amount(other, signals, self._neutral)
            for other in _OTHERS
            if other is not self._movement
        )
        wrong = found <= -_OTHER_WAY or (others >= _WRONG and found < 0.5 and not self._reached)
        self._wrong = self._wrong + 1 if wrong else 0
        return self._wrong >= _FRAMES

    def _shut_instead(self, signals: FaceSignals, found: float) -> bool:
        """Who has begun to nod or turn may seem to have shut their eyes."""
        shut = amount(Movement.BLINK, signals, self._neutral) >= 1
        if self._movement is Movement.BLINK or found > 0.3 or not shut:
            self._shut_since = None
            return False
        self._shut_since = signals.time_s if self._shut_since is None else self._shut_since
        return signals.time_s - self._shut_since >= _SHUT_WRONG_S

    def _count(self, found: float, time_s: float) -> None:
        # A blink that happens to come just then is none that was asked for.
        if found < 1 or time_s - self._asked_s < _REACTION_S:
            self._frames, self._since = 0, None
            return
        self._frames += 1
        self._since = time_s if self._since is None else self._since

    def _there_and_back(self, found: float, time_s: float) -> Verdict:
        if self._reached and found < _BACK:
            self.progress = 1.0
            return Verdict.DONE
        self._count(found, time_s)
        held = 0.0 if self._since is None else time_s - self._since
        needed = _SHUT_S if self._movement is Movement.BLINK else 0.0
        self._reached = self._reached or (self._frames >= _FRAMES and held >= needed)
        share = 1.0 if self._reached else min(max(found, 0.0), 0.95)
        self.progress = max(self.progress, _GOING * share)
        return Verdict.GOING_ON
