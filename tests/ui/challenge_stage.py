"""A stage for challenges: signals of somebody who does what they are asked to."""

from dataclasses import replace

from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.state import ChallengeState, Outcome
from facedesk.liveness.signals.face_signals import FaceSignals

STRAIGHT = FaceSignals(0.0, (1.0, 1.0), 0.0, 0.0, 0.0, 0.12, (0.5, 0.4), (150.0, 110.0, 90.0))
MOVED = {
    Movement.TURN_LEFT: {"yaw": 24.0},
    Movement.TURN_RIGHT: {"yaw": -24.0},
    Movement.NOD: {"pitch": 14.0},
    Movement.BLINK: {"eyes": (0.0, 0.0)},
    Movement.COME_CLOSER: {"scale": 0.155},
}
_NEUTRAL_S, _DOING_S = 0.5, 0.6  # after it was asked for: still, and then the movement


def signals_at(time_s, **changes):
    """The signals of a face that looks straight ahead, but for some changes."""
    return replace(STRAIGHT, time_s=time_s, **changes)


class Obedient:
    """Makes each movement a moment after it was asked for."""

    def __init__(self):
        self._asked = None

    def signals(self, time_s, state):
        """What is seen at a time, of somebody who is shown a state."""
        asked = (state.index, state.step) if state.outcome is Outcome.DOING else None
        if asked is None or self._asked is None or self._asked[0] != asked:
            self._asked = asked and (asked, time_s)
        if self._asked is None:
            return signals_at(time_s)
        passed = time_s - self._asked[1]
        moving = _NEUTRAL_S < passed < _NEUTRAL_S + _DOING_S
        return signals_at(time_s, **(MOVED[state.step] if moving else {}))


def state(outcome, step=Movement.NOD, index=1, **more):
    """A state in the middle of a challenge of three steps."""
    told = {"of": 3, "progress": 0.5, "seconds_left": 4.2} | more
    return ChallengeState(step=step, index=index, outcome=outcome, **told)
